package dev.jeton.server.agora;

import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppCertificate;
import java.util.Optional;

/** What somebody gives as an App Certificate, in the settings or to a running server. */
public final class GivenCertificate {
  /** What an App ID or a certificate has to be. */
  public static final String HEX = "give the 32 hex digits that the Agora console shows";

  private GivenCertificate() {}

  /**
   * Why it cannot be taken.
   *
   * @param what what is wrong, as the end of a sentence
   * @param right what would be right
   * @param published whether it is a certificate, but one that everybody knows or could guess
   */
  public record Unfit(String what, String right, boolean published) {}

  /** Why it cannot be taken: no certificate at all, or one that the world knows. */
  public static Optional<Unfit> fault(Secret given) {
    try {
      AppCertificate.of(given);
    } catch (IllegalArgumentException e) {
      return Optional.of(new Unfit("it is not an App Certificate", HEX, false));
    }
    return PublishedSecrets.fault(given)
        .map(known ->
            new Unfit(known, "create a new certificate in the Agora console and give that", true));
  }
}
