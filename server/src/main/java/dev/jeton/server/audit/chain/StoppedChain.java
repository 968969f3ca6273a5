package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Erases in the folder of a server that does not run. */
public final class StoppedChain {
  /** The caller in the rows that are written here. */
  public static final String CALLER = "command-line";

  private StoppedChain() {}

  /**
   * Takes the clear text of a person out of all files of names and, where there was any, says so in
   * the chain.
   *
   * @throws ChainFault if a server uses the folder, or its chain cannot be continued
   */
  public static Erased erase(Path folder, byte[] key, String person, Instant now)
      throws IOException {
    FolderLock lock = FolderLock.on(folder);
    try {
      return erase(new DiskFolder(folder), new PersonHash(key), person, RowTime.of(now));
    } finally {
      lock.close();
    }
  }

  private static Erased erase(DiskFolder files, PersonHash hashes, String person, String at)
      throws IOException {
    // Rows go into the last segment whatever its size: a new file would have another owner.
    try (ChainWriter chain = ChainWriter.resume(files, Long.MAX_VALUE)) {
      NamesEraser eraser = NamesEraser.of(files, hashes, person);
      Erased erased = eraser.erased(eraser.upTo(Integer.MAX_VALUE));
      chain.prepare();
      if (chain.cutAtResume() > 0) {
        row(chain, at, "torn-line-cut", Map.of("bytes", Long.toString(chain.cutAtResume())));
      }
      if (erased.names() > 0) {
        row(chain, at, Erased.EVENT, erased.details());
      }
      if (chain.waitingBytes() > 0) {
        chain.commit();
      }
      return erased;
    }
  }

  private static void row(ChainWriter chain, String at, String event, Map<String, String> details) {
    ChainLine line = chain.begin(at);
    line.text("event", event);
    line.text("outcome", "done");
    line.text("caller", CALLER);
    line.text("request", "");
    line.text("route", "");
    line.details(details);
    chain.seal();
  }
}
