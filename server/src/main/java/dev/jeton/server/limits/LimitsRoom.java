package dev.jeton.server.limits;

import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.StoreSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the room together from the settings. */
@Singleton
final class LimitsRoom {

  @Produces
  @Singleton
  Limits limits(Settings settings, LiveSettings live) {
    int most = settings.get(LimitsSettings.class).mostBuckets();
    News news = settings.get(StoreSettings.class) instanceof StoreSettings.Postgres
        ? News.of(most)
        : News.none();
    return new Limits(new LiveRates(live), most, System::nanoTime, news);
  }

  @Produces
  @Singleton
  SharingState state(InstantSource clock) {
    return new SharingState(clock);
  }
}
