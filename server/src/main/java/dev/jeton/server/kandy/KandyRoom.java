package dev.jeton.server.kandy;

import dev.jeton.server.policies.Policies;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
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
    return new KandyRealms(settings.get(KandySettings.class));
  }

  @Produces
  @Singleton
  Callees callees(Settings settings) {
    return new Callees(settings.get(KandySettings.class).callees());
  }

  @Produces
  @Singleton
  KandyTokens tokens(
      KandyRealms realms,
      Callees callees,
      InstantSource clock,
      RandomGenerator random,
      Policies policies) {
    return new KandyTokens(realms, callees, clock, random, policies);
  }

  @Produces
  @Singleton
  Redemptions redemptions(Database database) {
    return new Redemptions(
        new UsedSets(UsedSets.MOST, UsedSets.MOST_OF_ONE), new Consumed(database));
  }
}
