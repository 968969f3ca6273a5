package dev.jeton.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** A file that holds a secret. */
public final class PrivateFile {
  private static final int MAX_BYTES = 1 << 16;

  private PrivateFile() {}

  /**
   * What is in it, without one line end; refused when everybody on this machine can read it.
   *
   * @param origin what named the file, for messages
   */
  public static byte[] read(String origin, Path file) {
    refuseIfOthersCanRead(origin, file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UsageException(
            origin + " names a file of more than 64 KiB, which is no secret: " + shown(file));
      }
      return Arrays.copyOf(bytes, LineEnd.lengthWithout(bytes, bytes.length));
    } catch (NoSuchFileException e) {
      throw new FaultException(origin + " names a file that does not exist: " + shown(file), e);
    } catch (IOException e) {
      throw new FaultException(origin + " names a file that cannot be read: " + shown(file), e);
    }
  }

  /** For a new file: its owner alone can read it, from its first byte on. */
  public static FileAttribute<?>[] ownersAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether everybody on this machine can read it. */
  static boolean isOpen(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      // Without POSIX permissions there is nothing to look at; reading tells why a file is not
      // there.
      return false;
    }
  }

  private static void refuseIfOthersCanRead(String origin, Path file) {
    if (isOpen(file)) {
      throw new UsageException(origin + " names a file that everybody on this machine can read: "
          + shown(file) + "; chmod 600 it");
    }
  }

  private static String shown(Path file) {
    return VisibleText.of(file.toString());
  }
}
