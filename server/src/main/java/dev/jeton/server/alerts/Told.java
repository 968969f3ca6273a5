package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Alert.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The conditions that were told and are not over. */
record Told(Map<String, Open> open) {
  static final Told NOTHING = new Told(Map.of());

  /** So many at once; a further one begins when another is over, so that messages and store stay small. */
  static final int MOST = 200;

  private static final Duration REPEAT = Duration.ofDays(1);

  Told {
    open = Collections.unmodifiableMap(new TreeMap<>(open));
  }

  /**
   * One of them.
   *
   * @param since when it was seen first
   * @param toldAt when it was told last
   * @param seenAt when it was seen last
   */
  record Open(Condition condition, Instant since, Instant toldAt, Instant seenAt) {}

  /** What is known after a look, and what is to be told of it. */
  record Step(Told after, List<Alert> alerts) {}

  static Told of(Collection<Open> all) {
    Map<String, Open> open = new TreeMap<>();
    all.forEach(one -> open.put(one.condition().key(), one));
    return new Told(open);
  }

  /**
   * Compares with what is there now.
   *
   * @param quiet how long a condition must be gone until it is over, so that one that comes and goes is
   *     told once
   * @param known knows since when conditions are there that are new here
   */
  Step step(List<Condition> now, Instant at, Duration quiet, Told known) {
    Map<String, Open> next = new TreeMap<>(open);
    List<Alert> alerts = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Condition condition : mostUrgentFirst(now)) {
      String key = condition.key();
      there.add(key);
      Open before = open.get(key);
      boolean begins = condition.urgency() != Condition.Urgency.NOT_YET && next.size() < MOST;
      if (before != null) {
        next.put(key, met(before, condition, at, alerts));
      } else if (begins) {
        Open first = known.open().get(key);
        Instant since = first == null ? at : first.since();
        alerts.add(new Alert(What.BEGINS, condition, since));
        next.put(key, new Open(condition, since, at, at));
      }
    }
    next.values().removeIf(one -> isOver(one, there, at, quiet, alerts));
    return new Step(new Told(next), List.copyOf(alerts));
  }

  /** Knows that these are still there, and that nothing of them was told. */
  Told seen(List<Condition> now, Instant at) {
    Map<String, Open> next = new TreeMap<>(open);
    now.forEach(condition -> next.computeIfPresent(
        condition.key(), (key, one) -> new Open(one.condition(), one.since(), one.toldAt(), at)));
    return new Told(next);
  }

  private static List<Condition> mostUrgentFirst(List<Condition> now) {
    return now.stream()
        .sorted(Comparator.comparing(Condition::urgency).reversed())
        .toList();
  }

  private static Open met(Open before, Condition seen, Instant at, List<Alert> alerts) {
    Condition.Urgency urgency = before.condition().urgency();
    Condition condition = seen.atLeast(urgency);
    boolean worse = condition.urgency().compareTo(urgency) > 0;
    boolean due = urgency.isRepeated() && !at.isBefore(before.toldAt().plus(REPEAT));
    if (worse || due) {
      alerts.add(new Alert(worse ? What.WORSENS : What.CONTINUES, condition, before.since()));
    }
    return new Open(condition, before.since(), worse || due ? at : before.toldAt(), at);
  }

  private static boolean isOver(
      Open one, Set<String> there, Instant at, Duration quiet, List<Alert> alerts) {
    boolean over =
        !there.contains(one.condition().key()) && !at.isBefore(one.seenAt().plus(quiet));
    if (over) {
      alerts.add(new Alert(What.ENDS, one.condition(), one.since()));
    }
    return over;
  }
}
