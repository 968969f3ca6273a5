package dev.jeton.server.revocations;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Until when a token stays refused of which there is nothing but the id. */
final class TokenEnd {
  static final String ENDS_AT = "endsAt";
  static final String ENDLESS = "endless";

  private static final Duration TEN_YEARS = Duration.ofDays(3_653);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private TokenEnd() {}

  /** Refuses both of them where something else than an id says which token it is. */
  static void refuseBeside(Fields body, String tokenId) {
    for (String member : List.of(ENDS_AT, ENDLESS)) {
      if (body.has(member) && !body.has(tokenId)) {
        throw Refused.badRequest("wrong-target", member + " goes with " + tokenId + " alone");
      }
    }
  }

  /**
   * Where no token lives longer, that; else what somebody says who knows the token. What has no end
   * stays until somebody deletes it, so nobody makes one by saying nothing.
   */
  static Optional<Instant> read(Fields body, Revocable platform, Instant now) {
    boolean endless = body.truthOr(ENDLESS, false);
    if (endless && body.has(ENDS_AT)) {
      throw Refused.badRequest("wrong-end", "give " + ENDS_AT + " or " + ENDLESS + ", not both");
    }
    Optional<Instant> last = platform.longestUnseen().map(now::plus);
    if (last.isPresent() || endless) {
      return last;
    }
    if (!body.has(ENDS_AT)) {
      throw Refused.badRequest(
          "end-needed",
          "nobody can tell from its id when a token ends, and it would count again after a time that"
              + " is too short: give the token itself, or " + ENDS_AT + " with its end, or "
              + ENDLESS + ": true to have it refused until somebody deletes this");
    }
    Instant end = time(ENDS_AT, body.text(ENDS_AT));
    if (!now.isBefore(end)) {
      throw Refused.badRequest("token-ended", "the token has ended; nothing is to be revoked");
    }
    if (isEndless(end, now)) {
      throw Refused.badRequest(
          "wrong-end",
          ENDS_AT + " is more than ten years away; look at the year, or say " + ENDLESS + ": true");
    }
    return Optional.of(end);
  }

  /** What ends so late never ends, as far as anybody here lives to see. */
  static boolean isEndless(Instant end, Instant now) {
    return end.isAfter(now.plus(TEN_YEARS));
  }

  static Instant time(String member, String text) {
    try {
      Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
        throw new DateTimeException("out of all years of tokens");
      }
      return time;
    } catch (DateTimeException e) {
      throw Refused.badRequest(
          "wrong-time", member + " must be a time such as 2026-11-21T12:00:00Z");
    }
  }
}
