package dev.jeton.server.http;

import org.jspecify.annotations.Nullable;

/** The key under which a request may come again and gets what the first one got. */
public final class IdempotencyKey {
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /** Refuses a key where a request that comes again is done again. */
  public static void refuse(Call call) {
    if (of(call) != null) {
      throw Refused.badRequest(
          "no-idempotency-key-here",
          "this request is done again when it is sent again; leave " + HEADER + " out");
    }
  }

  /** The request's key, or null when it has none; one that cannot be a key is refused. */
  public static @Nullable String of(Call call) {
    String key = call.header(HEADER);
    if (key == null) {
      return null;
    }
    boolean sound = !key.isEmpty()
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (!sound) {
      throw Refused.badRequest(
          "wrong-idempotency-key",
          HEADER + " must be 1 to " + LONGEST + " visible ASCII characters");
    }
    return key;
  }
}
