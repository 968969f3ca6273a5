package dev.jeton.server.boot;

import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The operator's token in the data folder: made at the first start, read at every other. */
final class AdminToken {
  private static final int BYTES = 32;
  private static final int SHORTEST = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private AdminToken() {}

  static Path fileIn(Path folder) {
    return folder.resolve("admin.token");
  }

  static Secret read(Path folder, RandomGenerator random) throws StartFault {
    Path file = fileIn(folder);
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      refuseOpen(file);
      String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (token.length() < SHORTEST) {
        throw StartFault.outside(file + " holds no token; delete it, and the next start makes one");
      }
      return Secret.ofText(token);
    } catch (IOException e) {
      throw StartFault.outside(file + " cannot be read or written; let this user do both");
    }
  }

  private static void refuseOpen(Path file) throws IOException, StartFault {
    if (hasPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw StartFault.outside("others on this machine may read " + file
          + "; run chmod 600 on it, and replace the" + " token if somebody may have read it");
    }
  }

  /** The file appears whole or not at all, and never replaces one that another start made. */
  private static void make(Path file, RandomGenerator random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    Path unfinished =
        file.resolveSibling(".admin.token." + ProcessHandle.current().pid());
    FileAttribute<?>[] attributes = hasPermissions(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(unfinished, options, attributes)) {
      channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
