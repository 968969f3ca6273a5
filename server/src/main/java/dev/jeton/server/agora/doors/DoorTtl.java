package dev.jeton.server.agora.doors;

import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Refused;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lifetime as the old servers take it: absent or 0 means the project's usual one, an hour unless
 * somebody changed it; more than its longest, which is a day at most as at Agora, is cut to that and
 * said in a header.
 */
record DoorTtl(long seconds, boolean named, boolean clamped) {
  private static final int LONGEST_NUMBER = 18;

  static DoorTtl of(Lifetimes lifetimes, @Nullable Long seconds) {
    if (seconds == null || seconds == 0) {
      return new DoorTtl(lifetimes.usual(), false, false);
    }
    if (seconds < 0) {
      throw wrong(lifetimes);
    }
    return seconds > lifetimes.longest()
        ? new DoorTtl(lifetimes.longest(), true, true)
        : new DoorTtl(seconds, true, false);
  }

  static DoorTtl ofText(Lifetimes lifetimes, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return of(lifetimes, null);
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong(lifetimes);
    }
    return of(
        lifetimes,
        text.length() > LONGEST_NUMBER ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(text));
  }

  /** The same, cut to what somebody may have. */
  DoorTtl cut(LongUnaryOperator fitting) {
    long fits = fitting.applyAsLong(seconds);
    return fits == seconds ? this : new DoorTtl(fits, named, named);
  }

  Answer tell(Answer answer) {
    return clamped ? answer.with("Jeton-Expiry-Clamped-To", Long.toString(seconds)) : answer;
  }

  private static Refused wrong(Lifetimes lifetimes) {
    return Refused.badRequest(
        "wrong-expiry",
        "the expiry must be a whole number of seconds from 0 to " + lifetimes.longest()
            + "; 0 means " + lifetimes.usual());
  }
}
