package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;

import dev.jeton.tokens.Secret;
import java.util.Random;

/** The keys of the tests. */
final class Keys {
  static final Libp2pPrivateKey ISSUER = Libp2pPrivateKey.random(new Random(1));
  static final Libp2pPrivateKey OTHER_ISSUER = Libp2pPrivateKey.random(new Random(2));
  static final Libp2pPrivateKey IDENTITY = Libp2pPrivateKey.random(new Random(3));

  private Keys() {}

  /** The issuer of the vectors' tokens. */
  static Libp2pPrivateKey issuerOfVectors() {
    return Libp2pPrivateKey.ofSeed(
        Secret.ofBytes(VectorFile.byId("token-plain").bytes("issuer_seed_hex")));
  }

  static Libp2pPublicKey key(String text) {
    return accepted(Libp2pPublicKey.parse(text));
  }
}
