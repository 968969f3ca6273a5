package dev.jeton.server.api;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.Snapshot;
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
      Database database,
      Snapshot snapshot,
      Vault vault,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random) {
    return new Repeats(
        new KeptMints(new KeptRequests(database), vault, KeptMints.Most.USUAL),
        audit,
        () -> snapshot.degraded().isEmpty(),
        clock,
        random);
  }
}
