package dev.jeton.server.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.util.Optional;

/** An issuer's key as somebody gave it, in a setting or a request. */
public final class GivenIssuerKey {
  private GivenIssuerKey() {}

  /** Why it can be no issuer's key; empty when it can. Repeats nothing of it. */
  public static Optional<String> fault(Secret text) {
    Outcome<Libp2pPrivateKey> outcome = Libp2pPrivateKey.parse(text);
    return outcome instanceof Outcome.Refused<Libp2pPrivateKey> refused
        ? Optional.of("it is no issuer key: " + refused.detail())
        : ((Outcome.Accepted<Libp2pPrivateKey>) outcome).value().fault();
  }

  /** Whether it is a key at all, which everybody may know. */
  public static boolean isForm(Secret text) {
    return Libp2pPrivateKey.parse(text) instanceof Outcome.Accepted<Libp2pPrivateKey>;
  }

  /** One that was looked at before. */
  public static Libp2pPrivateKey of(Secret text) {
    if (Libp2pPrivateKey.parse(text) instanceof Outcome.Accepted<Libp2pPrivateKey> key) {
      return key.value();
    }
    throw new IllegalArgumentException("it was found to be a key before");
  }
}
