package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Courier.Result;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Looks every minute while the server runs, and tells operators. */
@Singleton
class Operators {
  private static final int FIRST_SECONDS = 20;
  private static final int EVERY_SECONDS = 60;

  private final NodeName node;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Courier courier;
  private final Rounds rounds;
  private final CountDownLatch end = new CountDownLatch(1);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "alerts");
        made.setDaemon(true);
        return made;
      });

  @Inject
  Operators(
      @Any Instance<Watch> watches,
      SharedAlerts shared,
      Settings settings,
      LiveSettings live,
      NodeName node,
      Mailer mailer,
      InstantSource clock,
      RandomGenerator random) {
    this.node = node;
    this.clock = clock;
    this.random = random;
    this.courier = new Courier(
        List.of(
            new MailChannel(live, mailer),
            new WebhookChannel(live, settings.get(AlertsSettings.class).webhookSecret())),
        time -> {
          if (end.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
          }
        });
    this.rounds = new Rounds(watches.stream().toList(), shared, clock, new Sending());
  }

  void start(@Observes StartupEvent started) {
    var scheduled =
        thread.scheduleWithFixedDelay(rounds::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    assert !scheduled.isCancelled();
  }

  void stop(@Observes ShutdownEvent stopped) {
    end.countDown();
    thread.shutdownNow();
  }

  Courier courier() {
    return courier;
  }

  List<Told.Open> open() {
    return rounds.open();
  }

  /** Sends a test once on each channel. */
  List<Result> test() {
    Instant now = clock.instant();
    Condition condition = Condition.here("test", node.get(), "somebody asked for a test alert");
    Alert alert = new Alert(Alert.What.BEGINS, condition, now);
    return courier.deliver(message(now, true, List.of(alert)), 1);
  }

  private final class Sending implements Teller {
    @Override
    public Set<String> channels() {
      return courier.ready();
    }

    @Override
    public boolean tell(String channel, List<Alert> alerts) {
      return courier.deliver(channel, message(clock.instant(), false, alerts), Courier.TRIES);
    }
  }

  private Message message(Instant now, boolean test, List<Alert> alerts) {
    return new Message(String.format("%016x", random.nextLong()), now, node.get(), test, alerts);
  }
}
