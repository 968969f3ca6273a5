package dev.jeton.server.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.SecurityKey;
import java.util.Optional;

/** What is wrong with a text that somebody gives as a Security Key; never repeats it. */
public final class KeyFault {
  private KeyFault() {}

  /** Such as "it has 17 bytes, need 16". */
  public static Optional<String> ofLength(KandyCipher cipher, Secret secret) {
    return SecurityKey.read(cipher, secret) instanceof Outcome.Refused<SecurityKey> refused
        ? Optional.of("it has " + refused.detail())
        : Optional.empty();
  }

  /** It is published, or anybody could guess it. Too short is a fault of its length alone. */
  public static Optional<String> ofContent(Secret secret) {
    return secret.length() < KandyCipher.ECB.keyBytes()
        ? Optional.empty()
        : PublishedSecrets.fault(secret);
  }

  /** The cipher that takes keys of this length. */
  public static Optional<KandyCipher> fitting(Secret secret) {
    for (KandyCipher cipher : KandyCipher.values()) {
      if (cipher.keyBytes() == secret.length()) {
        return Optional.of(cipher);
      }
    }
    return Optional.empty();
  }
}
