package dev.jeton.server.kandy;

import dev.jeton.server.access.Asker;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * The sets that were redeemed on this node, until their tokens expire. In memory, so a restart
 * forgets them, and the store does not.
 */
public final class UsedSets {
  static final int MOST = 50_000;
  static final int MOST_OF_ONE = 10_000;

  private final int most;
  private final int mostOfOne;
  private final Map<Asker, Integer> counts = new HashMap<>();
  private final Set<String> marks = new HashSet<>();
  private final Queue<Use> uses = new PriorityQueue<>(Comparator.comparing(Use::end));

  /**
   * Without any.
   *
   * @param most how many are remembered
   * @param mostOfOne how many of them for one asker, so that nobody takes the room of everybody
   */
  UsedSets(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** A use of a set, which can be taken back. */
  public record Use(Asker asker, List<String> marks, Instant end) {
    public Use {
      marks = List.copyOf(marks);
    }
  }

  /** What became of an attempt to use a set. */
  public sealed interface Attempt {
    /** It is the first. */
    record First(Use use) implements Attempt {}

    /** One of its tokens was used before. */
    record Again() implements Attempt {}

    /** There is no room to remember it. */
    record Full() implements Attempt {}
  }

  /** Uses the set. Of attempts at the same time, one is the first. */
  public synchronized Attempt use(
      Asker asker, VerifiedTriple set, KandyCipher cipher, Instant now) {
    drop(now);
    Use use = new Use(asker, SetMarks.each(set.canonical(), cipher), set.expiresAt());
    if (use.marks().stream().anyMatch(marks::contains)) {
      return new Attempt.Again();
    }
    if (uses.size() >= most || counts.getOrDefault(asker.share(), 0) >= mostOfOne) {
      return new Attempt.Full();
    }
    uses.add(use);
    counts.merge(asker.share(), 1, Integer::sum);
    marks.addAll(use.marks());
    return new Attempt.First(use);
  }

  /** Takes a use back that nobody was told of. */
  public synchronized void takeBack(Use use) {
    if (uses.remove(use)) {
      forget(use);
    }
  }

  /** How many sets are remembered. */
  synchronized int size() {
    return uses.size();
  }

  /** A token is valid up to its end, the end included. */
  private void drop(Instant now) {
    for (Use first = uses.peek(); first != null && first.end().isBefore(now); first = uses.peek()) {
      forget(uses.remove());
    }
  }

  private void forget(Use use) {
    use.marks().forEach(marks::remove);
    counts.computeIfPresent(use.asker().share(), (asker, count) -> count == 1 ? null : count - 1);
  }
}
