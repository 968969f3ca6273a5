package dev.jeton.server.boot;

import java.util.concurrent.CountDownLatch;

/**
 * Lets the process end with our own exit status. A JVM that was asked to stop by a signal would
 * otherwise report the signal although all answers were finished.
 */
final class Ending {
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile boolean asked;

  /** Keeps the JVM alive after a signal until {@link #end}, so that only that sets the status. */
  void watchForSignals() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::await, "ending"));
  }

  /** Whether a signal asked for the end; what fails from then on fails because of it. */
  boolean asked() {
    return asked;
  }

  void end(int status) {
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }

  private void await() {
    asked = true;
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
