package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** The key of the token hashes, in a file that only the server's user can read. */
final class AuditKey {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}\n?");

  private AuditKey() {}

  static byte[] readOrMake(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      make(file, random);
    }
    refuseOthers(file);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (!FORM.matcher(text).matches()) {
      throw new ChainFault(
          "%s must hold 64 lower-case hexadecimal digits; put the right file back, or delete it to get a new key"
              .formatted(file));
    }
    return HexFormat.of().parseHex(text.strip());
  }

  /** Under another name first, so that a crash leaves no half of a key behind. */
  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(fresh);
    try (FileChannel channel = FileChannel.open(
        fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
      channel.write(ByteBuffer.wrap(text));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return posix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void refuseOthers(Path file) throws IOException {
    if (posix(file)
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      throw new ChainFault(
          "%s can be read by everybody on this machine; run chmod 600 on it".formatted(file));
    }
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
