package dev.jeton.bench.load;

import java.time.Duration;

/** One slice of load on one route, and what it cost the server. */
record Turn(Slice slice, Duration cpu) {
  double cpuMicrosPerRequest() {
    return cpu.toNanos() / 1e3 / slice.requests();
  }
}
