package dev.jeton.server.boot;

import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.FeedSettings;
import dev.jeton.server.store.MarksHeard;
import dev.jeton.server.store.SharingMarks;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.SnapshotFeed;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Sweep;
import dev.jeton.server.store.Upkeep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the changes in the database while the server runs. */
@Singleton
class StoreFeed {
  private static final Logger LOG = Logger.getLogger(StoreFeed.class);

  private @Nullable SnapshotFeed feed;

  void start(
      @Observes StartupEvent started,
      Settings settings,
      Database database,
      Snapshot snapshot,
      InstantSource clock,
      @Any Instance<SharingMarks> sharing,
      @Any Instance<Upkeep> upkeep) {
    Sweep sweep = new Sweep(database, clock);
    MarksHeard marks =
        new MarksHeard(sharing.stream().flatMap(room -> room.shared().stream()).toList());
    marks.load();
    feed = SnapshotFeed.start(
        snapshot,
        settings.get(StoreSettings.class),
        settings.get(FeedSettings.class),
        marks,
        () -> {
          marks.load();
          run(sweep);
          upkeep.forEach(StoreFeed::run);
        });
  }

  /** What goes wrong in one room keeps nobody from following the changes. */
  private static void run(Runnable room) {
    try {
      room.run();
    } catch (RuntimeException e) {
      LOG.warnf("%s: %s", room.getClass().getSimpleName(), e);
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (feed != null) {
      feed.close();
    }
  }
}
