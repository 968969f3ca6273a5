package dev.jeton.server.hub;

import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.KeyFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class HubRoom {

  @Produces
  @Singleton
  HubIssuers issuers(Settings settings, RandomGenerator random) throws KeyFile.Unusable {
    HubSettings hub = settings.get(HubSettings.class);
    if (!hub.issuers().isEmpty()) {
      Optional<HubIssuer> standard = hub.issuers().stream()
          .filter(issuer -> hub.standard().filter(issuer.name()::equals).isPresent())
          .findFirst();
      return new HubIssuers(hub.issuers(), standard, hub.acceptEdDsa());
    }
    Path folder = settings.get(DataSettings.class).folder();
    boolean isNew = !IssuerKeyFile.isIn(folder);
    HubIssuer own =
        new HubIssuer(IssuersRead.PLAIN, IssuerKeyFile.readOrMake(folder, random), hub.ownTokens());
    return HubIssuers.own(own, isNew, hub.acceptEdDsa());
  }

  @Produces
  @Singleton
  Challenges challenges(Settings settings, InstantSource clock, RandomGenerator random) {
    HubSettings hub = settings.get(HubSettings.class);
    return new Challenges(hub.challenge(), hub.deadline(), clock, random);
  }

  @Produces
  @Singleton
  HubTokens tokens(HubIssuers issuers, Challenges challenges) {
    return new HubTokens(issuers, challenges);
  }
}
