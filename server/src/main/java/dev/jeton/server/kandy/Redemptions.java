package dev.jeton.server.kandy;

import dev.jeton.server.access.Asker;
import dev.jeton.server.kandy.UsedSets.Attempt;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;

/**
 * Uses sets up, for all nodes and past restarts: in memory first, which refuses what this node knows
 * already, then in the store. Blocks; {@link StoreUnavailable} when the store does not answer.
 */
public final class Redemptions {
  private final UsedSets memory;
  private final SharedMarks store;

  Redemptions(UsedSets memory, SharedMarks store) {
    this.memory = memory;
    this.store = store;
  }

  /** Uses the set. Of attempts at the same time, one is the first. */
  public Attempt use(Asker asker, VerifiedTriple set, KandyCipher cipher, Instant now) {
    Attempt attempt = memory.use(asker, set, cipher, now);
    if (!(attempt instanceof Attempt.First first)) {
      return attempt;
    }
    boolean known = false;
    try {
      boolean again = !store.make(first.use().marks(), first.use().end()).isEmpty();
      known = true;
      return again ? new Attempt.Again() : first;
    } finally {
      if (!known) {
        memory.takeBack(first.use());
      }
    }
  }

  /** Takes a use back that nobody was told of. */
  public void takeBack(UsedSets.Use use) {
    store.takeBack(use.marks());
    memory.takeBack(use);
  }
}
