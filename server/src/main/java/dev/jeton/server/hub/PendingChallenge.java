package dev.jeton.server.hub;

import dev.jeton.server.access.Asker;
import dev.jeton.tokens.hub.Challenge;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Instant;

/**
 * A challenge that waits for its answer.
 *
 * @param id what its answer names it by; random, so that nobody guesses it
 * @param asker who asked for it, and alone may answer
 * @param identity the key that has to sign
 * @param issuer who will sign the token
 * @param expiresAt when an answer is late
 */
public record PendingChallenge(
    String id,
    Asker asker,
    Libp2pPublicKey identity,
    HubIssuer issuer,
    Challenge challenge,
    Instant expiresAt) {}
