package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.NamesEraser;
import dev.jeton.server.audit.chain.SegmentFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Erases while rows are written: the writer beside its own segment, the caller beside the others. */
final class LiveErasure {
  private final SegmentFolder folder;
  private final Errands errands;
  private final Batch batch;
  private final Duration deadline;

  LiveErasure(SegmentFolder folder, Errands errands, Batch batch, Duration deadline) {
    this.folder = folder;
    this.errands = errands;
    this.batch = batch;
    this.deadline = deadline;
  }

  /** One after the other: two at once would put back what the other took out. */
  synchronized Erased erase(Function<SegmentFolder, NamesEraser> whom, Runnable wakeWriter)
      throws IOException {
    NamesEraser eraser = whom.apply(folder);
    Future<Batch.FromCurrent> asked = errands.add(() -> batch.erase(eraser));
    wakeWriter.run();
    Batch.FromCurrent done = outcome(asked);
    return eraser.erased(done.lines() + eraser.upTo(done.segment() - 1));
  }

  private Batch.FromCurrent outcome(Future<Batch.FromCurrent> asked) throws IOException {
    try {
      return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the files of names cannot be changed", e.getCause());
    } catch (TimeoutException e) {
      asked.cancel(false);
      throw new IOException(Inbox.STUCK, e);
    } catch (InterruptedException e) {
      asked.cancel(false);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while names were erased");
    }
  }
}
