package dev.jeton.server.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

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
      Durable.write(unfinished, text.getBytes(StandardCharsets.ISO_8859_1), mode(file));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    // Data keys are wrapped under the new line next.
    Durable.forceFolderOf(file);
  }

  private static FileAttribute<?>[] mode(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(file))
        }
        : new FileAttribute<?>[0];
  }
}
