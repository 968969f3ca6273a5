package dev.jeton.server.kandy;

/**
 * A call that an operator wrote down under a name.
 *
 * @param identifier what {@code /token?identifier=} names it by
 */
public record Preset(String identifier, KandyRealm realm, CallWish wish) {}
