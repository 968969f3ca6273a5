package dev.jeton.server.limits;

/**
 * What of the limits is fixed at start.
 *
 * @param mostBuckets how many of each kind are kept in memory
 */
public record LimitsSettings(int mostBuckets) {}
