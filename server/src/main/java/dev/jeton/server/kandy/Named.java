package dev.jeton.server.kandy;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Network;
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

  /** The member {@code client}, where somebody gives it: the address of a caller's machine. */
  public static Optional<String> client(Fields fields) {
    String text = fields.textOrNull("client");
    if (text != null && !Network.isAddress(text)) {
      throw Refused.badRequest(
          "wrong-client", "client must be the IP address of the caller's machine");
    }
    return Optional.ofNullable(text);
  }
}
