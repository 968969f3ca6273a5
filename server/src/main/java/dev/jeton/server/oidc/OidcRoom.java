package dev.jeton.server.oidc;

import dev.jeton.server.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Puts the room together, and has what providers published looked after while the server runs. */
@Singleton
final class OidcRoom {
  private static final int EVERY_SECONDS = 60;

  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
    Thread made = new Thread(task, "identity providers");
    made.setDaemon(true);
    return made;
  });
  private final OidcSettings settings;
  private final ProviderClient client = new ProviderClient();
  private final Providers providers;

  @Inject
  OidcRoom(Settings settings) {
    this.settings = settings.get(OidcSettings.class);
    this.providers = new Providers(this.settings.providers().stream()
        .map(one -> new PublishedKeys(one, client, thread, System::nanoTime))
        .toList());
  }

  void start(@Observes StartupEvent started) {
    for (PublishedKeys one : providers.all()) {
      var scheduled =
          thread.scheduleWithFixedDelay(one::keepUp, 0, EVERY_SECONDS, TimeUnit.SECONDS);
      assert !scheduled.isCancelled();
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    thread.shutdownNow();
  }

  @Produces
  @Singleton
  Providers providers() {
    return providers;
  }

  @Produces
  @Singleton
  AccessTokens accessTokens() {
    return new AccessTokens(providers, settings.leeway());
  }

  @Produces
  @Singleton
  SignIns signIns() {
    return new SignIns(providers, client, settings.leeway());
  }
}
