package dev.jeton.cli.backup;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.PrivateFile;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The file of a backup: written aside, readable for its owner alone, and whole once it is there. */
final class BackupFile implements Server.Sink {
  private static final int BUFFER = 1 << 16;

  private final Environment environment;
  private final Path file;
  private final Path part;
  private final boolean force;
  private long written;

  BackupFile(Environment environment, Path file, boolean force) {
    this.environment = environment;
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.force = force;
  }

  /** Refuses at once what would fail at the end. */
  void check() {
    if (Files.isDirectory(file)) {
      throw new UsageException(shown(file) + " is a folder; name a file in it");
    }
    if (!force && Files.exists(file)) {
      throw new UsageException(shown(file) + " exists already; --force overwrites it");
    }
    if (!force && Files.exists(part)) {
      throw new UsageException(shown(part) + " is left of a backup that broke off or still runs;"
          + " remove it, or --force");
    }
  }

  /** How many bytes it has. */
  long written() {
    return written;
  }

  @Override
  public void take(InputStream bytes, long length) throws IOException {
    FileChannel channel = create();
    boolean whole = false;
    try (channel;
        ProgressBar bar = ProgressBar.ofBytes(environment, "saving")) {
      byte[] buffer = new byte[BUFFER];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        write(channel, ByteBuffer.wrap(buffer, 0, n));
        bar.show(written, length);
      }
      finish(channel);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
  }

  private FileChannel create() {
    try {
      if (force) {
        Files.deleteIfExists(part);
      }
      return FileChannel.open(
          part,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          PrivateFile.ownersAlone(part));
    } catch (IOException e) {
      throw new FaultException(shown(part) + " cannot be written", e);
    }
  }

  private void write(FileChannel channel, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        written += channel.write(bytes);
      }
    } catch (IOException e) {
      throw new FaultException(shown(part) + " cannot be written; is the disk full?", e);
    }
  }

  private void finish(FileChannel channel) {
    try {
      channel.force(true);
      if (force) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(part, file);
      }
    } catch (IOException e) {
      throw new FaultException(shown(file) + " cannot be written", e);
    }
  }

  private static String shown(Path path) {
    return VisibleText.of(path.toString());
  }
}
