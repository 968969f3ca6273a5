package dev.jeton.server.api;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a token is minted and from which randomness. The same moment makes the same token. */
public record MintMoment(Instant now, RandomGenerator random) {}
