package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.DiskFolder;
import dev.jeton.server.audit.chain.FolderLock;
import dev.jeton.server.audit.chain.RowTime;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Goes on with the chain of a server that does not run, and keeps servers away meanwhile. */
public final class OfflineLog implements Closeable {
  private final FolderLock lock;
  private final ChainWriter chain;
  private final RowLine lines;
  private final InstantSource clock;
  private long cut;

  private OfflineLog(FolderLock lock, ChainWriter chain, byte[] key, InstantSource clock) {
    this.lock = lock;
    this.chain = chain;
    this.lines = new RowLine(chain, key);
    this.clock = clock;
    this.cut = chain.cutAtResume();
  }

  /**
   * Takes the folder.
   *
   * @throws IOException if a server runs on it or it cannot be used; the message of a {@link
   *     dev.jeton.server.audit.chain.ChainFault} is meant to be shown as it is
   */
  public static OfflineLog open(AuditSettings settings, InstantSource clock, RandomGenerator random)
      throws IOException {
    Path folder = settings.folder();
    FolderLock lock = FolderLock.on(folder);
    try {
      byte[] key =
          AuditKey.readOrMake(folder.resolveSibling(folder.getFileName() + ".key"), random);
      ChainWriter chain = ChainWriter.resume(new DiskFolder(folder), settings.segmentBytes());
      return new OfflineLog(lock, chain, key, clock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Puts a row on the disk. */
  public void write(AuditRow row) throws IOException {
    String at = RowTime.of(clock.instant());
    chain.prepare();
    if (cut > 0) {
      OwnRows own = new OwnRows();
      own.add("torn-line-cut", Map.of("bytes", Long.toString(cut)));
      own.all().forEach(torn -> lines.add(torn, at));
      cut = 0;
    }
    lines.add(row, at);
    chain.commit();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      chain.close();
    }
  }
}
