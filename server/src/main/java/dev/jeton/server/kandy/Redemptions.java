package dev.jeton.server.kandy;

import dev.jeton.server.access.Asker;
import dev.jeton.server.kandy.UsedSets.Attempt;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Uses sets up, for all nodes and past restarts: in memory first, which refuses what this node knows
 * already, then in the store. Blocks; {@link StoreUnavailable} when the store does not answer.
 */
public final class Redemptions {
  /** Clocks of nodes differ. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final UsedSets memory;
  private final SharedMarks store;
  private final BooleanSupplier storeAnswers;

  Redemptions(UsedSets memory, SharedMarks store, BooleanSupplier storeAnswers) {
    this.memory = memory;
    this.store = store;
    this.storeAnswers = storeAnswers;
  }

  /** Whether it is not known that the store is gone, so that asking it is worth the waiting. */
  public boolean storeAnswers() {
    return storeAnswers.getAsBoolean();
  }

  /** The longest that a realm can be given, so that no change of a realm lets a used one through. */
  private static Instant end(VerifiedTriple set) {
    return set.issuedAt().plusSeconds(RealmSpec.LONGEST_SECONDS).plus(MARGIN);
  }

  /**
   * Uses the set. Of attempts at the same time, one is the first.
   *
   * @param answer what is kept with the use, for a request that may come again
   */
  public Attempt use(
      Asker asker,
      VerifiedTriple set,
      KandyCipher cipher,
      Instant now,
      Optional<KeptRequests.Settled> answer) {
    Attempt attempt = memory.use(asker, set, cipher, now);
    if (!(attempt instanceof Attempt.First first)) {
      return attempt;
    }
    boolean known = false;
    try {
      boolean again = !store.make(first.use().marks(), end(set), answer).isEmpty();
      known = true;
      return again ? new Attempt.Again() : first;
    } finally {
      if (!known) {
        memory.takeBack(first.use());
      }
    }
  }

  /** Whether the store has it; what memory alone has is still under way here. Blocks. */
  public boolean isKept(VerifiedTriple set, KandyCipher cipher) {
    return store.has(SetMarks.each(set.canonical(), cipher).get(0));
  }

  /** Takes a use back that nobody was told of. */
  public void takeBack(UsedSets.Use use, Optional<KeptRequests.Settled> answer) {
    store.takeBack(use.marks(), answer);
    memory.takeBack(use);
  }
}
