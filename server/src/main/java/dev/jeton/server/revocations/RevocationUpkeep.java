package dev.jeton.server.revocations;

import dev.jeton.server.admin.Acts;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Upkeep;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Deletes revocations that no token can be concerned by any more, and what is left of such. */
@Singleton
final class RevocationUpkeep implements Upkeep {
  private static final Logger LOG = Logger.getLogger(RevocationUpkeep.class);
  private static final String OURSELVES = "server";
  private static final int MOST_AT_ONCE = 500;

  /** Clocks differ, those of issuers too, and for another node a token may still live. */
  static final Duration MARGIN = Duration.ofHours(1);

  /** By then every node has seen that they are gone. */
  static final Duration TRACES = Duration.ofDays(1);

  private final RevokedTokens revoked;
  private final Acts acts;
  private final InstantSource clock;
  private Instant nextPurge = Instant.MIN;

  RevocationUpkeep(RevokedTokens revoked, Acts acts, InstantSource clock) {
    this.revoked = revoked;
    this.acts = acts;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    try {
      delete(now);
      if (!now.isBefore(nextPurge)) {
        nextPurge = now.plus(TRACES);
        acts.write(
            writing -> new Acts.Done<>(Revocations.purge(writing, now.minus(TRACES)), List.of()));
      }
    } catch (Refused e) {
      LOG.debugf("ended revocations stay for now: %s", e.problem().detail());
    }
  }

  private void delete(Instant now) {
    List<Revocation> every =
        revoked.all().stream().filter(one -> one.target() instanceof Target.All).toList();
    List<EntryId> over = revoked.all().stream()
        .filter(one -> one.hasEnded(now.minus(MARGIN)) || isCovered(one, every))
        .limit(MOST_AT_ONCE)
        .map(one -> new EntryId(Revocations.KIND, one.id()))
        .toList();
    if (over.isEmpty()) {
      return;
    }
    acts.write(writing -> {
      List<Entry> there = over.stream()
          .flatMap(id -> writing.find(id).stream())
          .filter(entry -> !entry.deleted())
          .toList();
      there.forEach(entry -> writing.delete(entry, OURSELVES, now));
      return new Acts.Done<>(there.size(), there.isEmpty() ? List.of() : List.of(row(there)));
    });
  }

  /** Whether a later watermark, of the same or of all around it, refuses the same for as long. */
  private boolean isCovered(Revocation one, List<Revocation> every) {
    Optional<Instant> mark = Watermarks.of(one.target());
    if (mark.isEmpty()) {
      return false;
    }
    boolean moved = revoked
        .of(one.platform())
        .watermark(one.ownerId(), one.target())
        .filter(mark.get()::isBefore)
        .isPresent();
    return every.stream().anyMatch(other -> Watermarks.covers(other, one))
        || (moved && revoked.all().stream().anyMatch(other -> Watermarks.covers(other, one)));
  }

  private static AuditRow row(List<Entry> gone) {
    Map<String, String> details = Map.of("count", Integer.toString(gone.size()));
    return new AuditRow(
        "revocation-ended", "done", null, OURSELVES, "", "", null, details, List.of());
  }
}
