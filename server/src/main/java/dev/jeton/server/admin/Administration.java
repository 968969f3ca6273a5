package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Settings;
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
import org.jboss.logging.Logger;

/** Gives every kind its doors and tells it what the store has. */
@Singleton
final class Administration implements Doors, Upkeep {
  private static final Logger LOG = Logger.getLogger(Administration.class);

  private final Shelves shelves;
  private final Acts acts;
  private final Making making;
  private final AnsweredBefore before;
  private final Importers importers;
  private final Reveals reveals;
  private final InstantSource clock;

  @Inject
  Administration(
      @Any Instance<Kind<?>> kinds,
      @Any Instance<Importer> importers,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random,
      Settings settings) {
    this(
        (Iterable<Kind<?>>) kinds,
        importers,
        store,
        snapshot,
        sealer,
        audit,
        clock,
        random,
        new Reveals(settings.get(RevealSettings.class)));
  }

  Administration(
      Iterable<? extends Kind<?>> kinds,
      Iterable<Importer> importers,
      Store store,
      Snapshot snapshot,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock,
      RandomGenerator random,
      Reveals reveals) {
    this.clock = clock;
    this.reveals = reveals;
    this.shelves = new Shelves(kinds, sealer);
    this.acts = new Acts(store, snapshot::revision, shelves, sealer, audit, clock);
    this.making = new Making(random);
    this.before = new AnsweredBefore(sealer);
    this.importers = Importers.of(importers);
    shelves.all().forEach(shelf -> shelf.changed(List.of()));
    snapshot.listen(shelves::changed);
    shelves
        .all()
        .forEach(shelf -> shelf.collision().ifPresent(word -> {
          throw new Collision(shelf.kind().noun(), word);
        }));
    shelves.all().forEach(this::tellMisfits);
  }

  /** For whoever tells of them in time. */
  @Produces
  @Singleton
  Endings endings() {
    return new Endings(shelves);
  }

  /** For whoever tells of them at once. */
  @Produces
  @Singleton
  Reveals reveals() {
    return reveals;
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
    Applying applying = new Applying(shelves, making);
    new ApplyDoor(acts, applying, before).open(doors);
    new ImportDoor(acts, applying, before, importers).open(doors);
  }

  /** Tries again what could not be read, and deletes the secrets of versions that came to their end. */
  @Override
  public void run() {
    shelves.again();
    shelves.all().forEach(this::settle);
  }

  private <S> void settle(Shelf<S> shelf) {
    for (Stored<S> one : shelf.withDeadSecrets(clock.instant())) {
      try {
        acts.settle(shelf.kind(), one.id());
      } catch (RuntimeException e) {
        LOG.warnf(
            "the ended secrets of %s %s stay for now (%s)",
            shelf.kind().word(),
            one.id(),
            e instanceof Refused refused
                ? refused.problem().detail()
                : e.getClass().getName());
      }
    }
  }

  /** What file or environment name may not fit to what is stored, which nothing refuses at a start. */
  private <S> void tellMisfits(Shelf<S> shelf) {
    View all = new Draft(shelves);
    for (Stored<S> one : shelf.contents().all()) {
      try {
        shelf.kind().check(one, all);
      } catch (RuntimeException e) {
        LOG.warnf(
            "%s %s does not fit to the others: %s",
            shelf.kind().noun(),
            shelf.kind().name(one.spec()),
            e instanceof Refused refused
                ? refused.problem().detail()
                : e.getClass().getName());
      }
    }
  }

  private <S> void open(Shelf<S> shelf, DoorRegistry doors) {
    new ResourceDoors<>(shelf, shelves, acts, making, before, reveals, clock).open(doors);
  }
}
