package dev.jeton.server.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where the first link stands when what the server prints goes into a log. For its owner alone. */
record FirstLinkFile(Path file) {

  static FirstLinkFile in(Path folder) {
    return new FirstLinkFile(folder.resolve("first-operator.link"));
  }

  void write(String link) throws IOException {
    Files.deleteIfExists(file);
    try (var out = Files.newByteChannel(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner())) {
      out.write(StandardCharsets.US_ASCII.encode(link + "\n"));
    }
  }

  /** Whether it is gone. */
  boolean delete() {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private FileAttribute<?>[] forOwner() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
