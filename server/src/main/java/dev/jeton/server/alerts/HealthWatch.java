package dev.jeton.server.alerts;

import dev.jeton.server.audit.AuditState;
import dev.jeton.server.audit.DiskUse;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells when audit, store or disk are not as they should be. */
@Singleton
class HealthWatch implements Watch {
  private static final int PERCENT = 100;

  private final Parts parts;
  private final LiveSettings live;
  private final Supplier<String> node;

  /** What it looks at. */
  record Parts(Supplier<AuditState> audit, Supplier<Optional<Instant>> storeGone, DiskUse disk) {}

  @Inject
  HealthWatch(
      GroupCommitLog audit,
      Snapshot snapshot,
      Settings settings,
      LiveSettings live,
      NodeName node) {
    this(
        new Parts(
            audit::state,
            snapshot::degraded,
            DiskUse.of(settings.get(DataSettings.class).folder())),
        live,
        node::get);
  }

  HealthWatch(Parts parts, LiveSettings live, Supplier<String> node) {
    this.parts = parts;
    this.live = live;
    this.node = node;
  }

  @Override
  public List<Condition> look(Instant now) {
    List<Condition> found = new ArrayList<>();
    if (parts.audit().get() instanceof AuditState.Failing) {
      found.add(Condition.here(
          "audit-degraded",
          node.get(),
          "the audit log cannot be written, so nothing is minted; look at the disk of the data"
              + " folder and at the server's log"));
    }
    parts
        .storeGone()
        .get()
        .ifPresent(
            since -> found.add(
                Condition.here(
                    "store-degraded",
                    node.get(),
                    "the database has not answered since " + since
                        + "; minting and verifying go on from memory, nothing can be changed; start it again")));
    if (fullness() >= live.get(AlertsSection.DISK_ABOVE)) {
      found.add(Condition.here(
          "disk-full",
          node.get(),
          "the disk of the data folder is " + fullness()
              + " % full; without room nothing is minted, make some"));
    }
    return found;
  }

  private int fullness() {
    try {
      return (int) (parts.disk().share() * PERCENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
