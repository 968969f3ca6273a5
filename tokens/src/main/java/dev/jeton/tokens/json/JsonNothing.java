package dev.jeton.tokens.json;

/** {@code null}: a member that is there and has no value. */
public record JsonNothing() implements JsonValue {}
