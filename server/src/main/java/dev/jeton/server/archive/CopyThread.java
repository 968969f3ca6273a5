package dev.jeton.server.archive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Copies in the background from the start of the server to its end. */
@Singleton
class CopyThread {
  private static final System.Logger LOG = System.getLogger(CopyThread.class.getName());

  private final Archive archive;
  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
    Thread copying = new Thread(task, "audit copy");
    copying.setDaemon(true);
    return copying;
  });

  @Inject
  CopyThread(Archive archive) {
    this.archive = archive;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void start(@Observes StartupEvent started) {
    after(CopyRounds.IDLE);
  }

  /** Lets the piece in hand come to its end: the store closes next. What is left comes after the start. */
  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }

  /** What is no exception is as little a reason to end for ever. */
  private Duration work() {
    try {
      return archive.work();
    } catch (Error e) {
      LOG.log(Level.ERROR, "audit: copying rows to the store broke off; it is tried again", e);
      return CopyRounds.AFTER_FAULT;
    }
  }

  private void after(Duration delay) {
    if (!thread.isShutdown()) {
      var scheduled = thread.schedule(() -> after(work()), delay.toMillis(), TimeUnit.MILLISECONDS);
      assert scheduled != null;
    }
  }
}
