package dev.jeton.server.audit;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a server whose audit can be written: without it nothing is minted. */
@Readiness
@Singleton
class AuditHealth implements HealthCheck {
  private final GroupCommitLog log;

  AuditHealth(GroupCommitLog log) {
    this.log = log;
  }

  @Override
  public HealthCheckResponse call() {
    boolean failing = log.state() instanceof AuditState.Failing;
    return HealthCheckResponse.named("audit").status(!failing).build();
  }
}
