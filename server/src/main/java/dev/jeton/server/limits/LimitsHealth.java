package dev.jeton.server.limits;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A server that cannot share its limits is still ready: it counts by itself, and says so. */
@Readiness
@Singleton
class LimitsHealth implements HealthCheck {
  private final SharingState state;

  LimitsHealth(SharingState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("limits").up();
    state
        .alone()
        .ifPresentOrElse(
            since -> response.withData("degraded", true).withData("since", since.toString()),
            () -> response.withData("degraded", false));
    return response.build();
  }
}
