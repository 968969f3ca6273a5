package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.Parties;

/**
 * A call that an operator wrote down under a name.
 *
 * @param identifier what {@code /token?identifier=} names it by
 */
public record Preset(String identifier, KandyRealm realm, Parties parties) {}
