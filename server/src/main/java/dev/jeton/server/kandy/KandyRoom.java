package dev.jeton.server.kandy;

import dev.jeton.server.policies.Policies;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.Snapshot;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class KandyRoom {
  private static final int MOST_ISSUED = 200_000;
  private static final int MOST_ISSUED_TO_ONE = 100_000;
  private static final int MOST_USED = 300_000;

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
      Policies policies,
      SetRegister register) {
    return new KandyTokens(realms, callees, clock, random, policies, register);
  }

  @Produces
  @Singleton
  SetRegister register(Database database, Snapshot snapshot, InstantSource clock) {
    return new SetRegister(
        new SharedMarks(database, "kandy-issued", clock, MOST_ISSUED),
        new SharedMarks(database, "kandy-set", clock, MOST_USED),
        MOST_ISSUED_TO_ONE,
        () -> snapshot.degraded().isEmpty());
  }

  @Produces
  @Singleton
  Redemptions redemptions(SetRegister register) {
    return new Redemptions(
        new UsedSets(UsedSets.MOST, UsedSets.MOST_OF_ONE), register.used(), register::storeAnswers);
  }
}
