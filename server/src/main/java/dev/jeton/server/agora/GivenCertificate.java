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
   */
  public record Unfit(String what, String right) {}

  /** Why it cannot be taken: no certificate at all, or one that the world knows. */
  public static Optional<Unfit> fault(Secret given) {
    Optional<String> known = PublishedSecrets.fault(given);
    if (known.isPresent()) {
      return Optional.of(
          new Unfit(known.get(), "create a new certificate in the Agora console and give that"));
    }
    try {
      AppCertificate.of(given);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(new Unfit("it is not an App Certificate", HEX));
    }
  }
}
