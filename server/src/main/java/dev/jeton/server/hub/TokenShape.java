package dev.jeton.server.hub;

import dev.jeton.tokens.hub.HubToken;
import java.time.Duration;

/**
 * What an issuer's tokens look like.
 *
 * @param lifetime how long they live, where their form knows an end
 * @param audience for whom they are, where their form says so
 */
public record TokenShape(TokenForm form, Duration lifetime, String audience) {
  public static final Duration SHORTEST = Duration.ofSeconds(10);
  public static final Duration LONGEST = Duration.ofDays(30);

  /** What issuers make of whom nothing else is said. */
  public static final TokenShape USUAL =
      new TokenShape(TokenForm.DEFAULT, Duration.ofHours(24), HubToken.DEFAULT_AUDIENCE);

  /** What an audience has to be, for messages. */
  public static final String AUDIENCES = "1 to 255 visible ASCII characters";
}
