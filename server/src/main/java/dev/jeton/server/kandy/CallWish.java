package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import java.util.Optional;

/**
 * The call that somebody wants tokens for.
 *
 * @param convention empty for the realm's
 * @param from empty for the usual caller
 * @param account empty for the usual account
 */
public record CallWish(
    Optional<Convention> convention,
    Identity to,
    Optional<Identity> from,
    Optional<Identity> account) {}
