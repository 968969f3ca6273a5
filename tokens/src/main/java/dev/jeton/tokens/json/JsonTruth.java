package dev.jeton.tokens.json;

/** {@code true} or {@code false}. */
public record JsonTruth(boolean value) implements JsonValue {}
