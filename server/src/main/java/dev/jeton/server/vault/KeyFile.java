package dev.jeton.server.vault;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A file with one secret as a line of text, for its owner alone: made at the first start, read at every
 * other.
 */
public final class KeyFile {
  private static final int SHORTEST = 32;
  private static final KeyContent RANDOM_TEXT = new RandomText();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private KeyFile() {}

  /** The file cannot be used; the message is one plain line with what to do. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String line;

    Unusable(String line) {
      super(line);
      this.line = line;
    }

    /** The plain line. */
    public String line() {
      return line;
    }
  }

  /** The secret in the file, which is made of random text if it is not there. */
  public static Secret readOrMake(Path file, RandomGenerator random) throws Unusable {
    return readOrMake(file, random, RANDOM_TEXT);
  }

  /** The secret in the file, for a room that says what a new file holds and what may be in it. */
  public static Secret readOrMake(Path file, RandomGenerator random, KeyContent content)
      throws Unusable {
    try {
      if (!Files.exists(file)) {
        make(file, content.make(random));
      }
      refuseOthers(file);
      Secret line =
          Secret.ofText(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (line.length() < SHORTEST || !content.fits(line)) {
        throw new Unusable(
            file + " holds no key; put the right file back, or delete it and get a new one");
      }
      return line;
    } catch (IOException e) {
      throw new Unusable(file + " cannot be read or written; let this user do both");
    }
  }

  private static void refuseOthers(Path file) throws IOException, Unusable {
    if (hasPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Unusable("others on this machine may read "
          + file
          + "; run chmod 600 on it, and replace it if somebody may have read it");
    }
  }

  /** The file appears whole or not at all, and never replaces one that another start made. */
  private static void make(Path file, Secret line) throws IOException {
    long process = ProcessHandle.current().pid();
    Path unfinished = file.resolveSibling("." + file.getFileName() + "." + process);
    FileAttribute<?>[] attributes = hasPermissions(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
    Files.deleteIfExists(unfinished);
    byte[] key = line.reveal(SecretAccess.forCryptography());
    byte[] bytes = Arrays.copyOf(key, key.length + 1);
    bytes[key.length] = '\n';
    Durable.write(unfinished, bytes, attributes);
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
      Durable.forceFolderOf(file);
    }
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
