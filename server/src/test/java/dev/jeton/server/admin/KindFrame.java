package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.http.Doors;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.vault.Sealer;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** The frame around the kinds of a room, for that room's tests. */
public record KindFrame(Acts acts, Doors doors) {

  public static KindFrame of(
      List<? extends Kind<?>> kinds,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock) {
    Administration frame =
        new Administration(kinds, store, snapshot, sealer, audit, clock, new Random(7));
    return new KindFrame(frame.acts(), frame);
  }
}
