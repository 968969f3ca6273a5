package dev.jeton.server.archive;

import dev.jeton.server.store.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether copying works and since when it is behind; says each change once in the log. */
final class CopyState {
  private static final System.Logger LOG = System.getLogger(CopyState.class.getName());

  private static final Duration LONG = Duration.ofMinutes(5);

  private final InstantSource clock;
  private Instant complete;
  private Instant markedAt;
  private long marked;
  private @Nullable Instant failingSince;

  CopyState(InstantSource clock) {
    this.clock = clock;
    this.complete = clock.instant();
    this.markedAt = complete;
  }

  /**
   * A round went well. What was on the disk at some time is copied when the last row of then is, however
   * many came since.
   *
   * @param copied the last row in the store
   * @param last the last row on the disk
   */
  synchronized void worked(long copied, long last) {
    Instant now = clock.instant();
    if (copied >= marked) {
      complete = copied >= last ? now : markedAt;
      marked = last;
      markedAt = now;
    }
    if (failingSince != null) {
      failingSince = null;
      LOG.log(
          Level.INFO,
          "audit: rows are copied to the store again; {0} are left to copy",
          Long.toString(Math.max(0, last - copied)));
    }
  }

  synchronized void failed(Exception fault) {
    if (failingSince == null) {
      failingSince = clock.instant();
      LOG.log(
          Level.WARNING,
          "audit: rows cannot be copied to the store: {0}; they wait in the files",
          reason(fault));
    }
  }

  synchronized boolean isFailing() {
    return failingSince != null;
  }

  /** How long the store has not had all rows. */
  synchronized Duration behindFor(long behind) {
    return behind == 0 ? Duration.ZERO : Duration.between(complete, clock.instant());
  }

  /** Since when copying fails or is behind, where that is long enough to be told. */
  synchronized Optional<Instant> lagsSince(long behind) {
    Instant since = failingSince != null ? failingSince : clock.instant();
    if (behind > 0 && complete.isBefore(since)) {
      since = complete;
    }
    return Optional.of(since).filter(begin -> !clock.instant().isBefore(begin.plus(LONG)));
  }

  /** What a database says of a statement may have values of rows in it. */
  private static String reason(Exception fault) {
    Throwable told = fault;
    if (fault instanceof UncheckedIOException && fault.getCause() != null) {
      told = fault.getCause();
    }
    boolean own = told instanceof StoreUnavailable
        || (told instanceof IOException && !(told instanceof FileSystemException));
    return own ? String.valueOf(told.getMessage()) : told.getClass().getSimpleName();
  }
}
