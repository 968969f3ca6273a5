package dev.jeton.server.limits;

import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the room together from the settings. */
@Singleton
final class LimitsRoom {

  @Produces
  @Singleton
  Limits limits(Settings settings, LiveSettings live) {
    return new Limits(
        new LiveRates(live), settings.get(LimitsSettings.class).mostBuckets(), System::nanoTime);
  }
}
