package dev.jeton.server.hub;

import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;

/**
 * An issuer with the key that signs, and what its tokens look like.
 *
 * @param name what callers name it by
 */
public record HubIssuer(String name, Libp2pPrivateKey key, TokenShape tokens) {

  /** What tokens name it by. */
  public Libp2pPublicKey publicKey() {
    return key.publicKey();
  }
}
