package dev.jeton.server.kandy;

import dev.jeton.server.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class KandyRoom {

  @Produces
  @Singleton
  KandyRealms realms(Settings settings) {
    return settings.get(KandyRealms.class);
  }

  @Produces
  @Singleton
  KandyTokens tokens(KandyRealms realms, InstantSource clock, RandomGenerator random) {
    return new KandyTokens(realms, clock, random);
  }

  @Produces
  @Singleton
  UsedSets used() {
    return new UsedSets(UsedSets.MOST, UsedSets.MOST_OF_ONE);
  }
}
