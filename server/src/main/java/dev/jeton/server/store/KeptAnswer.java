package dev.jeton.server.store;

import java.time.Instant;

/**
 * A sealed answer to a request that may come again.
 *
 * @param fingerprint what the request said, so that another one under the same key is noticed
 */
public record KeptAnswer(String fingerprint, SealedSecret answer, Instant endsAt) {}
