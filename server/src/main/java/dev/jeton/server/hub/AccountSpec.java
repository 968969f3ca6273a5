package dev.jeton.server.hub;

import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.Optional;

/**
 * What an operator says of an account: a developer or an organisation.
 *
 * @param publicKey its own identity, where it has one
 * @param enabled while not, none of its keys counts
 */
public record AccountSpec(
    String name,
    Optional<Libp2pPublicKey> publicKey,
    Optional<String> description,
    boolean enabled) {}
