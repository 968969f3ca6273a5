package dev.jeton.server.limits;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.vault.Vault;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Shares the limits every now and then, where there may be other nodes. */
@Singleton
class SharingRounds {
  private static final long PAUSE_MILLIS = 400;
  private static final int NAME_BYTES = 8;

  private @Nullable ScheduledExecutorService thread;

  void start(
      @Observes StartupEvent started,
      Limits limits,
      Database database,
      Vault vault,
      RandomGenerator random) {
    if (database.dialect() != Dialect.POSTGRESQL) {
      return;
    }
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    UseBoard board = new UseBoard(database, vault, HexFormat.of().formatHex(name));
    thread = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread made = new Thread(task, "limits");
      made.setDaemon(true);
      return made;
    });
    var scheduled = thread.scheduleWithFixedDelay(
        new Sharing(limits, board), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    assert !scheduled.isCancelled();
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (thread != null) {
      thread.shutdownNow();
    }
  }
}
