package dev.jeton.server.agora.doors;

import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A lifetime as the old servers take it: absent or 0 means an hour; more than a day is cut to a day,
 * which is what Agora does with it, and said in a header.
 */
record DoorTtl(long seconds, boolean clamped) {
  static final long DEFAULT = 3600;
  static final long MAX = 86_400;

  private static final int LONGEST_NUMBER = 18;

  static DoorTtl of(@Nullable Long seconds) {
    if (seconds == null || seconds == 0) {
      return new DoorTtl(DEFAULT, false);
    }
    if (seconds < 0) {
      throw wrong();
    }
    return seconds > MAX ? new DoorTtl(MAX, true) : new DoorTtl(seconds, false);
  }

  static DoorTtl of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return of((Long) null);
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong();
    }
    return text.length() > LONGEST_NUMBER ? of(Long.MAX_VALUE) : of(Long.valueOf(text));
  }

  Answer tell(Answer answer) {
    return clamped ? answer.with("Jeton-Expiry-Clamped-To", Long.toString(MAX)) : answer;
  }

  private static Refused wrong() {
    return Refused.badRequest(
        "wrong-expiry",
        "the expiry must be a whole number of seconds from 0 to " + MAX + "; 0 means " + DEFAULT);
  }
}
