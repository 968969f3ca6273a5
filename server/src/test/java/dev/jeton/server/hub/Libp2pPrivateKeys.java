package dev.jeton.server.hub;

import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** What tests make of private keys. */
final class Libp2pPrivateKeys {
  private Libp2pPrivateKeys() {}

  /** As it stands in a setting. */
  static String text(Libp2pPrivateKey key) {
    byte[] text = key.text().reveal(SecretAccess.forCryptography());
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** A token of an issuer that is not the server's. */
  static String token(Libp2pPrivateKey issuer, Libp2pPrivateKey identity) {
    return HubToken.forIdentity(identity.publicKey(), Instant.now(), new Random(1))
        .signedBy(issuer);
  }
}
