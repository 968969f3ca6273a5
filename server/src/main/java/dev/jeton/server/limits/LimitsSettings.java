package dev.jeton.server.limits;

import java.util.Optional;

/**
 * What of the limits is fixed at start.
 *
 * @param mostBuckets how many of each kind are kept in memory
 * @param redis where nodes tell each other what they counted, if not in the database
 */
public record LimitsSettings(int mostBuckets, Optional<RedisSettings> redis) {}
