package dev.jeton.server.hub;

import dev.jeton.server.policies.Policies;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.KeyFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class HubRoom {

  @Produces
  @Singleton
  HubIssuers issuers(Settings settings, RandomGenerator random) throws KeyFile.Unusable {
    HubSettings hub = settings.get(HubSettings.class);
    HubIssuers issuers = new HubIssuers(hub.acceptEdDsa());
    if (hub.issuers().isEmpty()) {
      own(settings, random).read().ifPresent(issuers::holdOwn);
    }
    return issuers;
  }

  /** By then every kind has been told what the store has. */
  void start(
      @Observes StartupEvent started, Settings settings, RandomGenerator random, HubIssuers issuers)
      throws KeyFile.Unusable {
    issuers.makeOwnIfNone(own(settings, random));
  }

  private static OwnIssuer own(Settings settings, RandomGenerator random) {
    return new OwnIssuer(
        settings.get(DataSettings.class).folder(),
        settings.get(HubSettings.class).ownTokens(),
        random);
  }

  @Produces
  @Singleton
  HubKeys keys() {
    return new HubKeys();
  }

  @Produces
  @Singleton
  Challenges challenges(Settings settings, InstantSource clock, RandomGenerator random) {
    HubSettings hub = settings.get(HubSettings.class);
    return new Challenges(hub.challenge(), hub.deadline(), clock, random);
  }

  @Produces
  @Singleton
  HubTokens tokens(
      HubIssuers issuers, Challenges challenges, InstantSource clock, Policies policies) {
    return new HubTokens(issuers, challenges, clock, policies);
  }
}
