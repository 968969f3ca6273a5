package dev.jeton.server.audit;

import java.time.Duration;

/** Runs something later, on a thread that nothing else keeps busy. */
@FunctionalInterface
public interface Alarm {
  void in(Duration delay, Runnable task);
}
