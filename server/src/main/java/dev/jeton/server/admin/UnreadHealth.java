package dev.jeton.server.admin;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What a server cannot read holds up nothing else, so it is still ready, and says so. */
@Readiness
@Singleton
class UnreadHealth implements HealthCheck {
  private final Acts acts;

  UnreadHealth(Acts acts) {
    this.acts = acts;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("entries")
        .up()
        .withData("unreadable", acts.unread())
        .build();
  }
}
