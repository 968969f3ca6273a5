package dev.jeton.server.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** What others want done by the writer thread, because nothing may be written meanwhile. */
final class Errands {
  private final ArrayDeque<FutureTask<?>> waiting = new ArrayDeque<>();
  private boolean closed;

  /** Takes something to do after the round that begins next. */
  synchronized <T> Future<T> add(Callable<T> errand) throws IOException {
    if (closed) {
      throw new IOException(Inbox.STOPPED);
    }
    FutureTask<T> task = new FutureTask<>(errand);
    waiting.add(task);
    return task;
  }

  synchronized List<FutureTask<?>> take() {
    List<FutureTask<?>> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  /** Takes no more; what still waits is done. */
  synchronized List<FutureTask<?>> close() {
    closed = true;
    return take();
  }
}
