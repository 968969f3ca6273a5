package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Alert.What;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Asks all watches, and tells what began, became worse, goes on or is over. */
final class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final Duration QUIET = Duration.ofMinutes(5);

  private final List<Watch> watches;
  private final SharedAlerts shared;
  private final InstantSource clock;
  private final Consumer<List<Alert>> tell;
  private final Map<Watch, List<Condition>> seen = new HashMap<>();
  private volatile Told here = Told.NOTHING;

  Rounds(
      List<Watch> watches, SharedAlerts shared, InstantSource clock, Consumer<List<Alert>> tell) {
    this.watches = List.copyOf(watches);
    this.shared = shared;
    this.clock = clock;
    this.tell = tell;
  }

  /** What is open: on this node, then everywhere. */
  List<Told.Open> open() {
    List<Told.Open> all = new ArrayList<>(here.open().values());
    all.addAll(shared.told().open().values());
    return all;
  }

  /** One round; whatever happens in it, the next one comes. */
  synchronized void look() {
    try {
      Instant now = clock.instant();
      List<Condition> all = conditions(now);
      Told.Step step =
          here.step(all.stream().filter(one -> !one.everywhere()).toList(), now, QUIET);
      here = step.after();
      List<Alert> alerts = new ArrayList<>(step.alerts());
      alerts.addAll(shared.step(all.stream().filter(Condition::everywhere).toList(), now));
      if (!alerts.isEmpty()) {
        alerts.forEach(Rounds::log);
        tell.accept(alerts);
      }
    } catch (RuntimeException e) {
      LOG.warn("alerts could not be looked for", e);
    }
  }

  private List<Condition> conditions(Instant now) {
    List<Condition> all = new ArrayList<>();
    for (Watch watch : watches) {
      try {
        seen.put(watch, List.copyOf(watch.look(now)));
      } catch (RuntimeException e) {
        LOG.debugf(e, "%s could not look", watch.getClass().getSimpleName());
      }
      all.addAll(seen.getOrDefault(watch, List.of()));
    }
    return all;
  }

  private static void log(Alert alert) {
    if (alert.what() == What.ENDS) {
      LOG.infof("alert %s", alert.line());
    } else {
      LOG.warnf("alert %s", alert.line());
    }
  }
}
