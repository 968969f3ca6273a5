package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Alert.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The conditions that were told and are not over. */
record Told(Map<String, Open> open) {
  static final Told NOTHING = new Told(Map.of());

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
   */
  Step step(List<Condition> now, Instant at, Duration quiet) {
    Map<String, Open> next = new TreeMap<>(open);
    List<Alert> alerts = new ArrayList<>();
    for (Condition condition : now) {
      Open before = open.get(condition.key());
      if (before != null || condition.urgency() != Condition.Urgency.NOT_YET) {
        next.put(condition.key(), met(before, condition, at, alerts));
      }
    }
    next.values().removeIf(one -> isOver(one, now, at, quiet, alerts));
    return new Step(new Told(next), List.copyOf(alerts));
  }

  private static Open met(@Nullable Open before, Condition seen, Instant at, List<Alert> alerts) {
    if (before == null) {
      alerts.add(new Alert(What.BEGINS, seen, at));
      return new Open(seen, at, at, at);
    }
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
      Open one, List<Condition> now, Instant at, Duration quiet, List<Alert> alerts) {
    String key = one.condition().key();
    boolean over = now.stream().noneMatch(condition -> condition.key().equals(key))
        && !at.isBefore(one.seenAt().plus(quiet));
    if (over) {
      alerts.add(new Alert(What.ENDS, one.condition(), one.since()));
    }
    return over;
  }
}
