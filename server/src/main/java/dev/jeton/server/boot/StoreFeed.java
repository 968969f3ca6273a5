package dev.jeton.server.boot;

import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.FeedSettings;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.SnapshotFeed;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Sweep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Follows the changes in the database while the server runs. */
@Singleton
class StoreFeed {
  private @Nullable SnapshotFeed feed;

  void start(
      @Observes StartupEvent started,
      Settings settings,
      Database database,
      Snapshot snapshot,
      InstantSource clock) {
    feed = SnapshotFeed.start(
        snapshot,
        settings.get(StoreSettings.class),
        settings.get(FeedSettings.class),
        new Sweep(database, clock));
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (feed != null) {
      feed.close();
    }
  }
}
