package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.http.Doors;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.vault.Sealer;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The frame around the kinds of a room, for that room's tests. */
public record KindFrame(Acts acts, Doors doors) {

  public static KindFrame of(
      List<? extends Kind<?>> kinds,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random) {
    Reveals reveals = new Reveals(new RevealSettings(false, 1));
    Administration frame = new Administration(
        kinds, List.of(), store, snapshot, sealer, audit, clock, random, reveals);
    return new KindFrame(frame.acts(), frame);
  }
}
