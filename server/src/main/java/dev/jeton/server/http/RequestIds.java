package dev.jeton.server.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Makes request ids: a part that differs for each start, and a count. */
final class RequestIds {
  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  RequestIds(RandomGenerator random) {
    prefix = Long.toUnsignedString(random.nextLong() >>> 16, 36) + "-";
  }

  String next() {
    return prefix + Long.toUnsignedString(count.incrementAndGet(), 36);
  }
}
