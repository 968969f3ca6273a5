package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Alert.What;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Asks all watches, and tells what began, became worse, goes on or is over. */
final class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final Duration QUIET = Duration.ofMinutes(5);

  private final List<Watch> watches;
  private final SharedAlerts shared;
  private final InstantSource clock;
  private final Teller teller;
  private final Map<Watch, List<Condition>> seen = new HashMap<>();
  private volatile Ledger here = Ledger.EMPTY;

  Rounds(List<Watch> watches, SharedAlerts shared, InstantSource clock, Teller teller) {
    this.watches = List.copyOf(watches);
    this.shared = shared;
    this.clock = clock;
    this.teller = new Logged(teller);
  }

  /** What is open: on this node, then everywhere. */
  List<Told.Open> open() {
    List<Told.Open> all = new ArrayList<>(here.of(Ledger.LOG).open().values());
    all.addAll(shared.told().open().values());
    return all;
  }

  /** One round; whatever happens in it, the next one comes. What did not arrive is told again then. */
  synchronized void look() {
    Instant now = clock.instant();
    List<Condition> all = conditions(now);
    guarded(() -> own(all.stream().filter(one -> !one.everywhere()).toList(), now));
    guarded(() -> shared.look(all.stream().filter(Condition::everywhere).toList(), now, teller));
  }

  private static void guarded(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.warn("alerts could not be looked for", e);
    }
  }

  private void own(List<Condition> conditions, Instant now) {
    here.due(teller.channels(), conditions, now, QUIET).forEach((channel, step) -> {
      boolean arrived = step.alerts().isEmpty() || teller.tell(channel, step.alerts());
      here = here.with(channel, arrived ? step.after() : here.of(channel).seen(conditions, now));
    });
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

  /** Takes what is for the log, and hands on the rest. */
  private record Logged(Teller others) implements Teller {
    @Override
    public Set<String> channels() {
      return others.channels();
    }

    @Override
    public boolean tell(String channel, List<Alert> alerts) {
      if (!channel.equals(Ledger.LOG)) {
        return others.tell(channel, alerts);
      }
      alerts.forEach(Logged::log);
      return true;
    }

    private static void log(Alert alert) {
      if (alert.what() == What.ENDS) {
        LOG.infof("alert %s", alert.line());
      } else {
        LOG.warnf("alert %s", alert.line());
      }
    }
  }
}
