package dev.jeton.server.alerts.clock;

import dev.jeton.server.alerts.AlertsSection;
import dev.jeton.server.alerts.Condition;
import dev.jeton.server.alerts.NodeName;
import dev.jeton.server.alerts.Watch;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares this machine's clock with others every few minutes, and tells when it is off. */
@Singleton
class ClockWatch implements Watch {
  private static final Logger LOG = Logger.getLogger(ClockWatch.class);
  private static final long INTERVAL = Duration.ofMinutes(5).toNanos();

  private final List<OtherClock> others;
  private final LiveSettings live;
  private final Supplier<String> node;
  private final LongSupplier nanos;
  private final Map<String, Offset> offsets = new ConcurrentHashMap<>();
  private @Nullable Long askedAt;

  @Inject
  ClockWatch(
      Database database,
      LiveSettings live,
      NodeName node,
      InstantSource clock,
      RandomGenerator random) {
    this(
        List.of(new DatabaseClock(database, clock), new NtpClock(live, clock, random)),
        live,
        node::get,
        System::nanoTime);
  }

  /**
   * Makes it.
   *
   * @param nanos a clock that never jumps
   */
  ClockWatch(
      List<OtherClock> others, LiveSettings live, Supplier<String> node, LongSupplier nanos) {
    this.others = List.copyOf(others);
    this.live = live;
    this.node = node;
    this.nanos = nanos;
  }

  List<String> names() {
    return others.stream().map(OtherClock::name).toList();
  }

  /** What was measured last; empty when that clock was not asked or did not answer. */
  Optional<Offset> offset(String name) {
    return Optional.ofNullable(offsets.get(name));
  }

  @Override
  public List<Condition> look(Instant now) {
    long time = nanos.getAsLong();
    if (askedAt == null || time - askedAt >= INTERVAL) {
      boolean first = askedAt == null;
      askedAt = time;
      others.forEach(this::measure);
      if (first && offsets.isEmpty()) {
        LOG.info("this machine's clock is compared with no other; set alerts.ntp-server");
      }
    }
    List<Condition> found = new ArrayList<>();
    for (OtherClock other : others) {
      offset(other.name())
          .filter(offset -> offset.isBeyond(live.get(AlertsSection.CLOCK_OFF_BY)))
          .ifPresent(offset -> found.add(Condition.here(
              "clock-off",
              node.get() + ", compared with " + other.name(),
              "this machine's clock is " + offset.text() + " " + other.owner()
                  + "; look at the time synchronisation of both")));
    }
    return found;
  }

  private void measure(OtherClock other) {
    other
        .ask()
        .ifPresentOrElse(
            offset -> offsets.put(other.name(), offset), () -> offsets.remove(other.name()));
  }
}
