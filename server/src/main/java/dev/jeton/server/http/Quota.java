package dev.jeton.server.http;

import dev.jeton.server.access.Problem;
import java.util.Map;

/**
 * What is left of a limit.
 *
 * @param name the limit's word, such as {@code mint}
 * @param what what it counts, such as {@code mint requests of one caller}
 * @param most how many it lets through in its window
 * @param windowSeconds its window
 * @param left how many more it lets through now
 * @param over whether this was too much
 * @param seconds where it was too much, until as much is let through, 0 for never; else until nothing
 *     is used any more
 */
public record Quota(
    String name, String what, int most, long windowSeconds, long left, boolean over, long seconds) {
  /** The status of refusals. */
  public static final int TOO_MANY = 429;

  /** The refusal of what was too much. */
  Refused refusal() {
    String detail = "there are too many " + what + ": the limit is " + most + " in " + windowSeconds
        + " seconds; ";
    return seconds == 0
        ? new Refused(Problem.badRequest("batch-too-large", detail + "ask for fewer at once"))
            .recordedAs("limit-" + name, Map.of())
        : new Refused(new Problem(
                TOO_MANY,
                "too-many-requests",
                detail + "try again in " + seconds + (seconds == 1 ? " second" : " seconds")))
            .recordedAs("limit-" + name, Map.of())
            .after(seconds);
  }

  /** An item of {@code RateLimit-Policy}. */
  String policy() {
    return '"' + name + "\";q=" + most + ";w=" + windowSeconds;
  }

  /** An item of {@code RateLimit}. */
  String state() {
    return '"' + name + "\";r=" + left + ";t=" + seconds;
  }
}
