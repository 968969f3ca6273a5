package dev.jeton.server.kandy;

import dev.jeton.server.access.Asker;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.SharingMarks;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which sets were issued and which were used, on any node, as far as realms ask for it. Verifying asks
 * memory alone; registering and redeeming ask the store, and throw {@link
 * dev.jeton.server.store.StoreUnavailable} when it does not answer.
 */
public final class SetRegister implements SharingMarks {
  private final SharedMarks issued;
  private final SharedMarks used;
  private final AskerShares shares;
  private final BooleanSupplier storeAnswers;

  /**
   * What is kept of sets.
   *
   * @param mostOfOne how many issued ones of one asker
   */
  SetRegister(SharedMarks issued, SharedMarks used, int mostOfOne, BooleanSupplier storeAnswers) {
    this.issued = issued;
    this.used = used;
    this.shares = new AskerShares(mostOfOne);
    this.storeAnswers = storeAnswers;
  }

  @Override
  public List<SharedMarks> shared() {
    return List.of(issued, used);
  }

  /** The marks of what was used. */
  SharedMarks used() {
    return used;
  }

  /** Whether there is room for one more set, and the asker has not had his share of it. */
  boolean takesOne(Asker asker, Instant end, Instant now) {
    return issued.hasRoom() && shares.take(asker, end, now);
  }

  /** Whether it is not known that the store is gone, so that asking it is worth the waiting. */
  boolean storeAnswers() {
    return storeAnswers.getAsBoolean();
  }

  /** Registers a set before anybody gets it. Blocks. */
  void register(IssuedTriple set, Instant end) {
    issued.make(List.of(SetMarks.whole(set.tokens())), end);
  }

  /** What could not be checked of a set in memory, or why it does not count. */
  public Outcome<List<String>> standing(KandyRealm realm, VerifiedTriple set) {
    SetTracking tracking = realm.spec().tracking();
    List<String> unchecked = new ArrayList<>();
    if (tracking.issuedOnly() && !issued.knows(SetMarks.whole(set.canonical()))) {
      if (isCurrent(issued)) {
        return notIssued();
      }
      unchecked.add(SetTracking.ISSUED);
    }
    if (tracking.singleUse()) {
      if (SetMarks.each(set.canonical(), realm.cipher()).stream().anyMatch(used::knows)) {
        return Outcome.refused(Reason.ALREADY_USED, "the set was used before");
      }
      if (!isCurrent(used)) {
        unchecked.add(SetTracking.USED);
      }
    }
    return Outcome.accepted(unchecked);
  }

  /** The same for a set that is about to be used up, which leaves nothing open. Blocks. */
  public Outcome<List<String>> issued(KandyRealm realm, VerifiedTriple set) {
    String mark = SetMarks.whole(set.canonical());
    return !realm.spec().tracking().issuedOnly() || issued.knows(mark) || issued.has(mark)
        ? Outcome.accepted(List.of())
        : notIssued();
  }

  private static Outcome<List<String>> notIssued() {
    return Outcome.refused(
        Reason.NOT_ISSUED, "the realm takes only sets that were issued here, and this one was not");
  }

  private boolean isCurrent(SharedMarks marks) {
    return marks.isComplete() && storeAnswers.getAsBoolean();
  }
}
