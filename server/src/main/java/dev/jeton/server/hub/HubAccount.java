package dev.jeton.server.hub;

import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.Optional;

/**
 * An account as doors know it.
 *
 * @param enabled while not, none of its keys counts
 */
public record HubAccount(
    String id, String name, Optional<Libp2pPublicKey> publicKey, boolean enabled) {}
