package dev.jeton.server.sunbird;

import dev.jeton.server.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the room together from the settings. */
@Singleton
final class SunbirdRoom {

  @Produces
  @Singleton
  SunbirdCredentials credentials(Settings settings) {
    return new SunbirdCredentials(settings.get(SunbirdSettings.class));
  }

  @Produces
  @Singleton
  SunbirdTokens tokens(SunbirdCredentials credentials) {
    return new SunbirdTokens(credentials);
  }
}
