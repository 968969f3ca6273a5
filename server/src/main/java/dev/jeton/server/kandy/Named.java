package dev.jeton.server.kandy;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.kandy.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the names that requests give, strictly. */
public final class Named {
  private Named() {}

  /**
   * A name without {@code sip:}.
   *
   * @param what the parameter or member that it stands in
   */
  public static Identity required(String what, String text) {
    try {
      return Identity.of(text);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("wrong-name", what + ": " + e.getMessage());
    }
  }

  /** The same where it may be absent. */
  public static Optional<Identity> optional(String what, @Nullable String text) {
    return Optional.ofNullable(text).map(given -> required(what, given));
  }
}
