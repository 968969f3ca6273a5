package dev.jeton.server.tickets;

import dev.jeton.server.access.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * What a ticket says.
 *
 * @param id 128 random bits, by which it is used up
 * @param caller for whom it stands
 * @param door the only door that it opens; empty for each that takes tickets
 * @param expiresAt from when on it opens none
 */
record Ticket(String id, Caller caller, Optional<String> door, Instant expiresAt) {}
