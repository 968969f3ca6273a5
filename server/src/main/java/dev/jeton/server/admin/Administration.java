package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Upkeep;
import dev.jeton.server.vault.Sealer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Gives every kind its doors and tells it what the store has. */
@Singleton
final class Administration implements Doors, Upkeep {
  private final Shelves shelves;
  private final Acts acts;
  private final Making making;
  private final AnsweredBefore before;
  private final InstantSource clock;

  @Inject
  Administration(
      @Any Instance<Kind<?>> kinds,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random) {
    this((Iterable<Kind<?>>) kinds, store, snapshot, sealer, audit, clock, random);
  }

  Administration(
      Iterable<? extends Kind<?>> kinds,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random) {
    this.clock = clock;
    this.shelves = new Shelves(kinds, sealer);
    this.acts = new Acts(store, shelves, sealer, audit, clock);
    this.making = new Making(random);
    this.before = new AnsweredBefore(sealer);
    shelves.all().forEach(shelf -> shelf.changed(List.of()));
    snapshot.listen(shelves::changed);
    shelves
        .all()
        .forEach(shelf -> shelf.collision().ifPresent(word -> {
          throw new Collision(shelf.kind().noun(), word);
        }));
  }

  /** For whoever tells of them in time. */
  @Produces
  @Singleton
  Endings endings() {
    return new Endings(shelves);
  }

  /** For rooms that keep entries of no kind. */
  @Produces
  @Singleton
  Acts acts() {
    return acts;
  }

  @Override
  public void open(DoorRegistry doors) {
    shelves.all().forEach(shelf -> open(shelf, doors));
    new ApplyDoor(acts, new Applying(shelves, making), before).open(doors);
  }

  /** Deletes the secrets of versions that came to their end. */
  @Override
  public void run() {
    shelves.all().forEach(this::settle);
  }

  private <S> void settle(Shelf<S> shelf) {
    for (Stored<S> one : shelf.withDeadSecrets(clock.instant())) {
      acts.settle(shelf.kind(), one.id());
    }
  }

  private <S> void open(Shelf<S> shelf, DoorRegistry doors) {
    new ResourceDoors<>(shelf, shelves, acts, making, before, clock).open(doors);
  }
}
