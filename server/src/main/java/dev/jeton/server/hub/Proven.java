package dev.jeton.server.hub;

import dev.jeton.tokens.hub.Libp2pPublicKey;

/** An identity whose owner answered the challenge. Only {@link Challenges} makes one. */
record Proven(String challengeId, Libp2pPublicKey identity, HubIssuer issuer) {

  /** The same, whose token is signed with the key that signs by now. */
  Proven by(HubIssuer now) {
    return new Proven(challengeId, identity, now);
  }
}
