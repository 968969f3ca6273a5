package dev.jeton.server.limits;

import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.vault.Vault;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shares the limits every now and then, where there may be other nodes. */
@Singleton
class SharingRounds {
  private static final Logger LOG = Logger.getLogger(SharingRounds.class);
  private static final long PAUSE_MILLIS = 400;
  private static final int NAME_BYTES = 8;

  private final Limits limits;
  private final SharingState state;
  private final Vertx vertx;
  private final RandomGenerator random;
  private @Nullable Board board;
  private @Nullable ScheduledExecutorService thread;

  SharingRounds(Limits limits, SharingState state, Vertx vertx, RandomGenerator random) {
    this.limits = limits;
    this.state = state;
    this.vertx = vertx;
    this.random = random;
  }

  void start(@Observes StartupEvent started, Settings settings, Database database, Vault vault) {
    Optional<RedisSettings> redis = settings.get(LimitsSettings.class).redis();
    if (database.dialect() != Dialect.POSTGRESQL) {
      redis.ifPresent(unused -> LOG.warn("limits.redis is of no use with SQLite, which one node has"
          + " for itself: set store.url too, or take limits.redis away"));
      return;
    }
    Hearing hearing = new Hearing(vault, name());
    Board chosen = redis
        .map(settingsOfIt -> inRedis(settingsOfIt, hearing))
        .orElseGet(() -> new TableBoard(database, hearing));
    board = chosen;
    run(new Sharing(limits, chosen, state));
  }

  private String name() {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  private Board inRedis(RedisSettings redis, Hearing hearing) {
    return new StreamBoard(
        () -> RedisLink.open(vertx, redis),
        redis.prefix() + ":limits",
        hearing,
        new Backoff(System::nanoTime, random));
  }

  private void run(Sharing sharing) {
    ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread one = new Thread(task, "limits");
      one.setDaemon(true);
      return one;
    });
    thread = made;
    var scheduled =
        made.scheduleWithFixedDelay(sharing, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    assert !scheduled.isCancelled();
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (thread != null) {
      thread.shutdownNow();
    }
    if (board != null) {
      board.close();
    }
  }
}
