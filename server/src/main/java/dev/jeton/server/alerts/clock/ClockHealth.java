package dev.jeton.server.alerts.clock;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A server whose clock is off is still ready, and says by how much. */
@Readiness
@Singleton
class ClockHealth implements HealthCheck {
  private final ClockWatch watch;

  ClockHealth(ClockWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("clock").up();
    for (String name : watch.names()) {
      watch
          .offset(name)
          .ifPresent(
              offset -> response.withData(name + "OffsetMillis", offset.by().toMillis()));
    }
    return response.build();
  }
}
