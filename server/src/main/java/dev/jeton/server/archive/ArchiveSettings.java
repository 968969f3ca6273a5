package dev.jeton.server.archive;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the copy of the audit is kept.
 *
 * @param storeRetention rows that are older go from the store; empty keeps all
 */
public record ArchiveSettings(Optional<Duration> storeRetention) {}
