package dev.jeton.server.sunbird;

import dev.jeton.server.policies.Policies;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.server.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the room together from the settings. */
@Singleton
final class SunbirdRoom {

  @Produces
  @Singleton
  SunbirdSettings settings(Settings settings) {
    return settings.get(SunbirdSettings.class);
  }

  @Produces
  @Singleton
  SunbirdConsumers consumers() {
    return new SunbirdConsumers();
  }

  @Produces
  @Singleton
  SunbirdCredentials credentials(SunbirdSettings settings) {
    return new SunbirdCredentials(settings);
  }

  @Produces
  @Singleton
  SunbirdTokens tokens(
      SunbirdCredentials credentials, SunbirdConsumers consumers, Policies policies) {
    return new SunbirdTokens(credentials, consumers, policies);
  }

  @Produces
  @Singleton
  SunbirdCheck check(
      SunbirdCredentials credentials, SunbirdConsumers consumers, RevokedTokens revoked) {
    return new SunbirdCheck(credentials, consumers, revoked);
  }
}
