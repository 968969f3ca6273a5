package dev.jeton.server.limits;

/**
 * What was taken from one bucket lately.
 *
 * @param key whose bucket it is, in words that all nodes have for it
 * @param rate how many a minute it lets through
 */
record Use(Limit limit, String key, int rate, long taken) {}
