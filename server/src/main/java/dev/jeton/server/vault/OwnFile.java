package dev.jeton.server.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file whose text is replaced as a whole or not at all, and keeps its mode. */
record OwnFile(Path named) {

  /** The file itself is replaced, not a link to it, so that a mounted secret stays what it is. */
  void replace(String text) throws IOException {
    Path file = named.toRealPath();
    if (!Files.isWritable(file)) {
      throw new IOException("not writable");
    }
    Path unfinished = file.resolveSibling(
        "." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(unfinished);
    try {
      write(unfinished, text, mode(file));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    forceFolder(file);
  }

  private static FileAttribute<?>[] mode(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(file))
        }
        : new FileAttribute<?>[0];
  }

  private static void write(Path file, String text, FileAttribute<?>[] mode) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, mode)) {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Data keys are wrapped under the new line next; it must not be lost when the power fails. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
