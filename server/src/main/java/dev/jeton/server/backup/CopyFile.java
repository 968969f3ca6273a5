package dev.jeton.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Files in the data folder, for its owner alone, that live until they are sent. */
final class CopyFile {
  private static final String PREFIX = ".backup-";
  private static final String SUFFIX = ".sending";

  private final Path folder;
  private final AtomicLong count = new AtomicLong();

  /** Clears away what an earlier server did not come to send. */
  CopyFile(Path folder) {
    this.folder = folder;
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The first backup tells what is wrong with the folder.
      return;
    }
  }

  /** How many are not sent yet, or just being written. */
  int waiting() throws IOException {
    int waiting = 0;
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : left) {
        waiting += Files.exists(file) ? 1 : 0;
      }
    }
    return waiting;
  }

  /** Fills a file. */
  interface Filler<T> {
    T fill(OutputStream out) throws IOException;
  }

  record Written<T>(Path file, T result) {}

  <T> Written<T> write(Filler<T> filler) throws IOException {
    Path file = folder.resolve(PREFIX + count.incrementAndGet() + SUFFIX);
    boolean whole = false;
    try (FileChannel channel = FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        OwnersAlone.attributes(file))) {
      T result = filler.fill(Channels.newOutputStream(channel));
      whole = true;
      return new Written<>(file, result);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }
}
