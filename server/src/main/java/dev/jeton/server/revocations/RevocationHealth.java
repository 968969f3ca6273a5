package dev.jeton.server.revocations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many revocations there are, and how many a newer server alone can read. This one refuses too
 * much then, and is still ready: what it mints is good.
 */
@Readiness
@Singleton
class RevocationHealth implements HealthCheck, MeterBinder {
  private final RevokedTokens revoked;

  RevocationHealth(RevokedTokens revoked) {
    this.revoked = revoked;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("revocations")
        .up()
        .withData("degraded", revoked.unread() > 0)
        .withData("unreadable", revoked.unread())
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.revocations", revoked, RevokedTokens::size).register(registry);
    Gauge.builder("jeton.revocations.unreadable", revoked, RevokedTokens::unread)
        .register(registry);
  }
}
