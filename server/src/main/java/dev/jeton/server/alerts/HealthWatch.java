package dev.jeton.server.alerts;

import dev.jeton.server.archive.Archive;
import dev.jeton.server.audit.AuditState;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.store.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells when audit, store or the copy of the one in the other are not as they should be. */
@Singleton
class HealthWatch implements Watch {
  private final Parts parts;
  private final Supplier<String> node;

  /** What it looks at. */
  record Parts(
      Supplier<AuditState> audit,
      Supplier<Optional<Instant>> storeGone,
      Supplier<Optional<Instant>> copyLags) {}

  @Inject
  HealthWatch(GroupCommitLog audit, Snapshot snapshot, Archive archive, NodeName node) {
    this(new Parts(audit::state, snapshot::degraded, archive::lagsSince), node::get);
  }

  HealthWatch(Parts parts, Supplier<String> node) {
    this.parts = parts;
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
    parts
        .copyLags()
        .get()
        .ifPresent(since -> found.add(Condition.here(
            "audit-copy-behind",
            node.get(),
            "audit rows have not been copied to the store since " + since
                + "; they wait in the files, nothing is lost; look at the server's log")));
    return found;
  }
}
