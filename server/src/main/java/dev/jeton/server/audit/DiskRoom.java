package dev.jeton.server.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides whether notes may still use disk; what is left is for rows that answers wait for. */
final class DiskRoom {
  private static final double FULL = 0.9;
  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final DiskUse disk;
  private final LongSupplier nanos;
  private boolean full;
  private boolean looked;
  private long lookedAt;

  DiskRoom(DiskUse disk, LongSupplier nanos) {
    this.disk = disk;
    this.nanos = nanos;
  }

  boolean full() {
    long now = nanos.getAsLong();
    if (!looked || now - lookedAt >= INTERVAL) {
      looked = true;
      lookedAt = now;
      full = look();
    }
    return full;
  }

  private boolean look() {
    try {
      return disk.share() >= FULL;
    } catch (IOException e) {
      // A folder that is gone says nothing about the disk; the write itself will tell.
      return full;
    }
  }
}
