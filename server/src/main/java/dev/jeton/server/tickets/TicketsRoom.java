package dev.jeton.server.tickets;

import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
import dev.jeton.server.vault.Vault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together. */
@Singleton
final class TicketsRoom {

  @Produces
  @Singleton
  Tickets tickets(Vault vault, Database database, InstantSource clock, RandomGenerator random) {
    return new Tickets(
        new TicketSeal(vault, System::nanoTime), new Consumed(database), clock, random);
  }
}
