package dev.jeton.bench.load;

import dev.jeton.bench.BenchFault;
import java.util.List;

/** What wrk saw in one slice of time. */
record Slice(long requests, double seconds, double p99Millis, long failures) {
  private static final double MICROS = 1e6;

  /** Reads the line that {@code request.lua} ends with: counts, and times in microseconds. */
  static Slice of(List<String> wrkOutput) {
    for (String line : wrkOutput) {
      String[] words = line.split(" ", -1);
      if (words.length == 5 && words[0].equals("slice")) {
        return new Slice(
            Long.parseLong(words[1]),
            Long.parseLong(words[2]) / MICROS,
            Long.parseLong(words[3]) / 1e3,
            Long.parseLong(words[4]));
      }
    }
    throw new BenchFault("wrk gave no result; is it version 4?");
  }

  double perSecond() {
    return requests / seconds;
  }
}
