package dev.jeton.server.store;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Without the database a server is still ready: it mints and verifies from memory, and says so. */
@Readiness
@Singleton
class StoreHealth implements HealthCheck {
  private final Snapshot snapshot;

  StoreHealth(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("store")
        .up()
        .withData("degraded", snapshot.degraded().isPresent())
        .withData("snapshotAgeSeconds", snapshot.age().toSeconds());
    snapshot.degraded().ifPresent(since -> response.withData("since", since.toString()));
    return response.build();
  }
}
