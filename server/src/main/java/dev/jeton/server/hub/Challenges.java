package dev.jeton.server.hub;

import dev.jeton.server.access.Asker;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The challenges of all doors, in memory. Each is looked at once: the first answer takes it away, right
 * or wrong, and only the one who asked for it can give that answer.
 */
final class Challenges {
  /** How many may wait, of everybody. */
  static final int MOST = 10_000;

  /** How many may wait of one asker, so that nobody takes the room of everybody. */
  static final int MOST_OF_ONE = 1_000;

  private static final int ID_BYTES = 16;

  private final ChallengeForm form;
  private final Duration deadline;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, PendingChallenge> waiting = new LinkedHashMap<>();
  private final Map<Asker, Integer> waitingOf = new HashMap<>();
  private final LongAdder issued = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder timedOut = new LongAdder();
  private final LongAdder wrong = new LongAdder();
  private final LongAdder stray = new LongAdder();

  /**
   * No challenges yet.
   *
   * @param deadline how long after its issue a challenge can be answered
   */
  Challenges(ChallengeForm form, Duration deadline, InstantSource clock, RandomGenerator random) {
    this.form = form;
    this.deadline = deadline;
    this.clock = clock;
    this.random = random;
  }

  /** What became of asking for a challenge. */
  sealed interface Issue {
    record Made(PendingChallenge challenge) implements Issue {}

    /**
     * Too many wait already.
     *
     * @param ofAsker whether it is this asker who has too many
     */
    record Full(boolean ofAsker) implements Issue {}
  }

  /** A new challenge for the owner of the key. */
  Issue issue(Asker asker, Libp2pPublicKey identity, HubIssuer issuer) {
    Instant now = clock.instant();
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    PendingChallenge made = new PendingChallenge(
        Base64.getUrlEncoder().withoutPadding().encodeToString(id),
        asker,
        identity,
        issuer,
        form.make(issuer, now, deadline, random),
        now.plus(deadline));
    Issue issue = keep(made, now);
    if (issue instanceof Issue.Made) {
      issued.increment();
    }
    return issue;
  }

  /** Looks at an answer. The challenge is gone then, except where it is another asker's. */
  Answered answer(Asker asker, String id, byte[] signature) {
    PendingChallenge taken = take(asker, id);
    if (taken == null) {
      stray.increment();
      return new Answered.Refused(
          Reason.CHALLENGE_UNKNOWN,
          "no challenge of that id waits for this caller: it was never made, or is answered already",
          Optional.empty());
    }
    if (!clock.instant().isBefore(taken.expiresAt())) {
      timedOut.increment();
      return new Answered.Refused(
          Reason.CHALLENGE_EXPIRED, "it was answered after its deadline", Optional.of(taken));
    }
    Outcome<Libp2pPublicKey> outcome = taken.challenge().answeredBy(taken.identity(), signature);
    if (outcome instanceof Outcome.Refused<Libp2pPublicKey> refused) {
      wrong.increment();
      return new Answered.Refused(refused.reason(), refused.detail(), Optional.of(taken));
    }
    answered.increment();
    return new Answered.Right(new Proven(id, taken.identity(), taken.issuer()));
  }

  ChallengeFigures figures() {
    drop(clock.instant().minus(deadline));
    return new ChallengeFigures(
        issued.sum(), answered.sum(), timedOut.sum(), wrong.sum(), stray.sum());
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized Issue keep(PendingChallenge made, Instant now) {
    // For a while a late answer is told from one to a challenge that never was.
    drop(now.minus(deadline));
    if (full(made.asker())) {
      drop(now);
      if (full(made.asker())) {
        return new Issue.Full(waitingOf.getOrDefault(made.asker().share(), 0) >= MOST_OF_ONE);
      }
    }
    waiting.put(made.id(), made);
    waitingOf.merge(made.asker().share(), 1, Integer::sum);
    return new Issue.Made(made);
  }

  private synchronized boolean full(Asker asker) {
    return waiting.size() >= MOST || waitingOf.getOrDefault(asker.share(), 0) >= MOST_OF_ONE;
  }

  private synchronized @Nullable PendingChallenge take(Asker asker, String id) {
    PendingChallenge found = waiting.get(id);
    if (found == null || !found.asker().equals(asker)) {
      return null;
    }
    waiting.remove(id);
    oneLess(asker);
    return found;
  }

  private synchronized void drop(Instant over) {
    Iterator<PendingChallenge> eldest = waiting.values().iterator();
    while (eldest.hasNext()) {
      PendingChallenge next = eldest.next();
      if (next.expiresAt().isAfter(over)) {
        return;
      }
      eldest.remove();
      oneLess(next.asker());
      timedOut.increment();
    }
  }

  private void oneLess(Asker asker) {
    waitingOf.computeIfPresent(asker.share(), (a, count) -> count == 1 ? null : count - 1);
  }
}
