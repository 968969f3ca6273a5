package dev.jeton.server.api;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.vault.Vault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together. */
@Singleton
final class ApiRoom {

  @Produces
  @Singleton
  Repeats repeats(
      Database database, Vault vault, AuditLog audit, InstantSource clock, RandomGenerator random) {
    KeptMints kept =
        new KeptMints(new KeptRequests(database), vault, KeptMints.MOST_OF_ONE, KeptMints.MOST);
    return new Repeats(kept, audit, clock, random);
  }
}
