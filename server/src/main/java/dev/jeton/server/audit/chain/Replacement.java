package dev.jeton.server.audit.chain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** Puts a new file in the place of another: whoever looks finds the whole old or the whole new one. */
public final class Replacement {
  private static final Set<StandardOpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Writes what the new file holds. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private Replacement() {}

  /** Deletes what a crash in the middle of {@link #of} has left. */
  public static void dropLeftover(Path file) throws IOException {
    Files.deleteIfExists(spare(file));
  }

  public static void of(Path file, Content content) throws IOException {
    Path spare = spare(file);
    boolean done = false;
    try {
      write(spare, content);
      if (DiskFolder.posix(file) && Files.exists(file)) {
        // Root erases in the files of the server's user, who has to read them afterwards.
        Files.setOwner(spare, Files.getOwner(file));
      }
      Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (DiskFolder.posix(file)) {
        DiskFolder.forceEntries(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      }
      done = true;
    } finally {
      if (!done) {
        dropLeftover(file);
      }
    }
  }

  private static void write(Path spare, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(spare, CREATE, DiskFolder.only(spare, "rw-------"))) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static Path spare(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
