package dev.jeton.server.store;

import java.time.Duration;

/** How the entries in memory are kept like those in the database. */
public record FeedSettings(Duration refresh) {}
