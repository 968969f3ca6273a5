package dev.jeton.server.http;

import java.time.Duration;

/** Counts the requests that still get their answer, so that a stop can wait for the last of them. */
final class InFlight {
  private int count;
  private boolean stopping;

  /** Whether the request is still taken; if so it must {@link #leave} once. */
  synchronized boolean enter() {
    if (stopping) {
      return false;
    }
    count++;
    return true;
  }

  synchronized void leave() {
    count--;
    if (count == 0) {
      notifyAll();
    }
  }

  /** From here on nothing enters any more. */
  synchronized void stop() {
    stopping = true;
  }

  /** Waits until all have left, but no longer than that. */
  synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (count > 0 && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
