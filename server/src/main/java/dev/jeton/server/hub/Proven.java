package dev.jeton.server.hub;

import dev.jeton.tokens.hub.Libp2pPublicKey;

/** An identity whose owner answered the challenge. Only {@link Challenges} makes one. */
record Proven(String challengeId, Libp2pPublicKey identity, HubIssuer issuer) {}
