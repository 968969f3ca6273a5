package dev.jeton.server.hub;

/**
 * What became of challenges since the start.
 *
 * @param answered by the right signature, in time
 * @param timedOut never answered, or late
 * @param wrong answered by a signature that is none of the key's owner
 * @param stray answers to no challenge that waits for this caller
 */
record ChallengeFigures(long issued, long answered, long timedOut, long wrong, long stray) {}
