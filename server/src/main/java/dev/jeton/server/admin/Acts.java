package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.MissingReference;
import dev.jeton.server.store.Stale;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Taken;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.KeyActRefused;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.server.vault.Sealer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Runs administrative acts: one transaction each, whose audit rows are on the disk before it is
 * committed. Blocks, so it is for workers only.
 */
public final class Acts {
  private static final String OURSELVES = "server";

  private final Store store;
  private final LongSupplier known;
  private final Shelves shelves;
  private final Sealer sealer;
  private final AuditLog audit;
  private final InstantSource clock;

  /**
   * Runs them on that store.
   *
   * @param known tells the revision up to which the shelves know everything
   */
  Acts(
      Store store,
      LongSupplier known,
      Shelves shelves,
      Sealer sealer,
      AuditLog audit,
      InstantSource clock) {
    this.store = store;
    this.known = known;
    this.shelves = shelves;
    this.sealer = sealer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an act came to.
   *
   * @param rows what the audit must have before it counts; none where nothing was changed
   */
  public record Done<T>(T result, List<AuditRow> rows) {}

  /** Runs it as somebody. When this returns, this node has the change in memory. */
  <T> T run(String by, Function<Act, Done<T>> work) {
    return write(writing -> work.apply(new Act(
        shelves,
        sealer,
        writing,
        known.getAsLong(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        by)));
  }

  /** What it would come to; the transaction is rolled back. */
  <T> T dryRun(String by, Function<Act, T> work) {
    List<T> results = new ArrayList<>();
    try {
      run(by, act -> {
        results.add(work.apply(act));
        throw new RolledBack();
      });
    } catch (RolledBack e) {
      return results.get(results.size() - 1);
    }
    throw new IllegalStateException("a dry run was not rolled back");
  }

  /** Undoes a transaction that was only to show what it would do. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RolledBack() {
      super(null, null, false, false);
    }
  }

  /** Runs what changes entries that are of no kind. */
  public <T> T write(Function<Writing, Done<T>> work) {
    try {
      return attempt(work);
    } catch (MissingReference e) {
      return afterRotation(work);
    }
  }

  /** Another node has rotated the data key under which this one still seals. */
  private <T> T afterRotation(Function<Writing, Done<T>> work) {
    try {
      sealer.refresh();
      return attempt(work);
    } catch (StoreUnavailable e) {
      throw unavailable();
    } catch (MissingReference e) {
      throw new Refused(new Problem(
          503,
          "master-key-missing",
          "another server has put new keys into use that this one cannot open, so it cannot keep"
              + " secrets; its log names the master key that is missing: add it, then reload"));
    }
  }

  /** What belongs to a new thing and is kept in the same transaction, and the rows about both. */
  @FunctionalInterface
  public interface Beside<S> {
    List<AuditRow> keep(Writing writing, Stored<S> one);
  }

  /** Makes a thing that has no secret, as its door would. */
  public <S> Stored<S> create(
      Kind<S> kind, S spec, String by, RandomGenerator random, Beside<S> beside) {
    return run(by, act -> {
      Stored<S> one = act.create(
          kind, new Ids(random).next(), kind.linked(spec, act.view()), KeyVersions.NONE, Map.of());
      return new Done<>(one, beside.keep(act.writing(), one));
    });
  }

  /** Tries again what could not be taken up, because its master key may be here now. */
  public void takeUpAgain() {
    shelves.again();
  }

  /** What seals what they keep. */
  public Sealer sealer() {
    return sealer;
  }

  /** How many things cannot be read, or not all of their secrets. */
  int unread() {
    return shelves.unread();
  }

  /** Deletes the secrets of one thing's versions that came to their end. */
  <S> void settle(Kind<S> kind, String id) {
    run(OURSELVES, act -> {
      Stored<S> one = act.getForChange(kind, id, Optional.empty());
      List<String> ended = one.ended(act.now());
      if (ended.isEmpty()) {
        return new Done<>(id, List.of());
      }
      act.end(kind, one, one);
      return new Done<>(id, List.of(row(kind, one, ended)));
    });
  }

  private static <S> AuditRow row(Kind<S> kind, Stored<S> one, List<String> ended) {
    String event = kind.word() + "-retired";
    String platform = kind.platform().orElse(null);
    return Subject.of(kind, one)
        .and(Map.of("key", String.join(" ", ended)))
        .row(details ->
            new AuditRow(event, "done", null, OURSELVES, "", "", platform, details, List.of()));
  }

  private <T> T attempt(Function<Writing, Done<T>> work) {
    try {
      List<AuditRow> recorded = new ArrayList<>();
      T result = null;
      boolean committed = false;
      AtomicBoolean worked = new AtomicBoolean();
      boolean unknown = false;
      try {
        result = store.write(writing -> {
          Done<T> done = work.apply(writing);
          record(done.rows());
          recorded.addAll(done.rows());
          worked.set(true);
          return done.result();
        });
        committed = true;
      } catch (StoreUnavailable e) {
        unknown = worked.get();
        throw e;
      } finally {
        if (!committed) {
          String code = unknown ? "outcome-unknown" : "not-committed";
          recorded.forEach(row -> audit.note(failed(row, code)));
        }
      }
      return result;
    } catch (Stale e) {
      throw new Refused(new Problem(
          409,
          "stale",
          e.changedBy() + " changed it at " + e.changedAt()
              + "; look at it again and repeat your change"));
    } catch (Taken e) {
      throw new Refused(
          new Problem(409, "taken", "the " + e.what() + " is taken already; give another"));
    } catch (KeyActRefused e) {
      throw new Refused(new Problem(409, e.code(), e.line()));
    } catch (StoreUnavailable e) {
      throw unavailable();
    }
  }

  private static Refused unavailable() {
    return new Refused(new Problem(
        503,
        "store-unavailable",
        "the database does not answer, so nothing can be changed; what was there goes on working"
            + " from memory"));
  }

  private void record(List<AuditRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    audit.append(rows, Runnable::run, outcome::complete);
    if (!(outcome.join() instanceof AuditOutcome.Written)) {
      throw new Refused(new Problem(
          503,
          "audit-unavailable",
          "the audit log cannot be written at the moment, so nothing is changed; try again"));
    }
  }

  /**
   * The chain says that it was done, which it then was not; or, when the database went away during the
   * commit, nobody here knows.
   */
  private static AuditRow failed(AuditRow row, String code) {
    return new AuditRow(
        row.event(),
        "failed",
        code,
        row.caller(),
        row.requestId(),
        row.route(),
        row.platform(),
        row.details(),
        row.people(),
        row.tokens());
  }
}
