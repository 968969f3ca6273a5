package dev.jeton.server.archive;

import dev.jeton.server.store.StoreUnavailable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether copying works and since when it is behind; says each change once in the log. */
final class CopyState {
  private static final System.Logger LOG = System.getLogger(CopyState.class.getName());

  private final InstantSource clock;
  private Instant lastComplete;
  private boolean failing;

  CopyState(InstantSource clock) {
    this.clock = clock;
    this.lastComplete = clock.instant();
  }

  /** A round went well; {@code behind} rows are left. */
  synchronized void worked(long behind) {
    if (behind == 0) {
      lastComplete = clock.instant();
    }
    if (failing) {
      failing = false;
      LOG.log(
          Level.INFO,
          "audit: rows are copied to the store again; {0} are left to copy",
          Long.toString(behind));
    }
  }

  synchronized void failed(Exception fault) {
    if (!failing) {
      failing = true;
      LOG.log(
          Level.WARNING,
          "audit: rows cannot be copied to the store: {0}; they wait in the files",
          reason(fault));
    }
  }

  synchronized boolean isFailing() {
    return failing;
  }

  /** How long the store has not had all rows. */
  synchronized Duration behindFor(long behind) {
    return behind == 0 ? Duration.ZERO : Duration.between(lastComplete, clock.instant());
  }

  /** What a database says of a statement may have values of rows in it. */
  private static String reason(Exception fault) {
    boolean own = fault instanceof StoreUnavailable
        || (fault instanceof IOException && !(fault instanceof FileSystemException));
    return own ? String.valueOf(fault.getMessage()) : fault.getClass().getSimpleName();
  }
}
