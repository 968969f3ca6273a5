package dev.jeton.tokens.kandy;

/**
 * What a token says once it is opened.
 *
 * @param identity with {@code sip:} where it stands
 * @param timeMillis the creation time in Unix milliseconds
 */
record Plaintext(String identity, long timeMillis) {}
