package dev.jeton.server.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test lets it. Alarms ring on the test's thread. */
final class ManualTime implements InstantSource, Alarm {
  private record Ring(long at, Runnable task) {}

  private final List<Ring> rings = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized Instant instant() {
    return Instant.parse("2026-01-02T03:04:05Z").plusNanos(nanos);
  }

  synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void in(Duration delay, Runnable task) {
    rings.add(new Ring(nanos + delay.toNanos(), task));
  }

  synchronized int alarms() {
    return rings.size();
  }

  void pass(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Ring ring = take(end); ring != null; ring = take(end)) {
      ring.task.run();
    }
    synchronized (this) {
      nanos = end;
    }
  }

  private synchronized @Nullable Ring take(long end) {
    Ring next = null;
    for (Ring ring : rings) {
      next = ring.at <= end && (next == null || ring.at < next.at) ? ring : next;
    }
    rings.remove(next);
    if (next != null) {
      nanos = Math.max(nanos, next.at);
    }
    return next;
  }
}
