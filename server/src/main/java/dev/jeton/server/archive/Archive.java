package dev.jeton.server.archive;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The rows of all servers in the store. All calls block and none belongs on an event loop. */
@Singleton
public final class Archive {
  private static final int ROWS_OF_A_CHECK = 20_000;

  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

  private final UnaryOperator<String> hashOf;
  private final Copier copier;
  private final CopyState state;
  private final CopyRounds rounds;
  private final Search search;
  private final StoredCheck check;

  @Inject
  Archive(
      Settings settings,
      Database database,
      GroupCommitLog log,
      InstantSource clock,
      RandomGenerator random) {
    this(
        settings.get(AuditSettings.class),
        settings.get(ArchiveSettings.class),
        database,
        log,
        clock,
        random);
  }

  Archive(
      AuditSettings audit,
      ArchiveSettings settings,
      Database database,
      GroupCommitLog log,
      InstantSource clock,
      RandomGenerator random) {
    copier = new Copier(database, log, audit.folder(), clock, random);
    state = new CopyState(clock);
    Optional<Retention> retention =
        settings.storeRetention().map(kept -> new Retention(database, kept, clock));
    rounds = new CopyRounds(copier, state, retention, clock);
    hashOf = log::hashOf;
    search = new Search(database, hashOf, LONGEST_SEARCH);
    check = new StoredCheck(database, copier, ROWS_OF_A_CHECK);
  }

  /**
   * One page of what is looked for.
   *
   * @throws SearchRefused if it takes too long, or others search
   */
  public Found search(Wish wish) {
    return search.page(wish);
  }

  /**
   * Erases a person's clear texts, in the store and in the files of this server at once, in those of
   * others when they look next. Whoever asks for it records it.
   *
   * @throws IOException if the files cannot be changed now; the server goes on trying by itself
   */
  public Forgotten forget(String person) throws IOException {
    return copier.forget(person);
  }

  /** Verifies the next part of the copy; null begins with the first. */
  public Checked check(@Nullable Place after) throws IOException {
    return check.part(after);
  }

  /** The hash under which this server's rows have a person. */
  public String hashOf(String person) {
    return hashOf.apply(person);
  }

  /** Since when rows are not copied as they should be; empty while it is not worth telling. */
  public Optional<Instant> lagsSince() {
    return state.lagsSince(copier.behind());
  }

  /** Does a piece of the work in the background and tells when the next is due. */
  Duration work() {
    return rounds.next();
  }

  Copier copier() {
    return copier;
  }

  long behind() {
    return copier.behind();
  }

  Duration behindFor() {
    return state.behindFor(copier.behind());
  }

  boolean isFailing() {
    return state.isFailing();
  }
}
