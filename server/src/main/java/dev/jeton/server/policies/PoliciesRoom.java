package dev.jeton.server.policies;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the room together. */
@Singleton
final class PoliciesRoom {

  @Produces
  @Singleton
  Catalogue catalogue(@Any Instance<MintedPlatform> platforms) {
    return new Catalogue(platforms);
  }

  @Produces
  @Singleton
  Policies policies() {
    return new Policies(task -> {
      Thread thread = new Thread(task, "policies");
      thread.setDaemon(true);
      thread.start();
    });
  }
}
