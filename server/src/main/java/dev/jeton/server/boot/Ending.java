package dev.jeton.server.boot;

import java.util.concurrent.CountDownLatch;

/**
 * Lets the process end with our own exit status. A JVM that was asked to stop by a signal would
 * otherwise report the signal although all answers were finished.
 */
final class Ending {
  private final CountDownLatch stopped = new CountDownLatch(1);

  void watchForSignals() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::await, "ending"));
  }

  void end(int status) {
    System.out.flush();
    System.err.flush();
    stopped.countDown();
    Runtime.getRuntime().halt(status);
  }

  /** Keeps the JVM alive until the server has stopped, which then ends it. */
  private void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
