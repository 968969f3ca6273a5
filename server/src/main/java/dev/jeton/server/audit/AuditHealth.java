package dev.jeton.server.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

  void meters(@Observes MeterRegistry registry) {
    meter(registry, "jeton.audit.rows", AuditFigures::rows);
    meter(registry, "jeton.audit.commits", AuditFigures::batches);
    meter(registry, "jeton.audit.unavailable", AuditFigures::unavailable);
    meter(registry, "jeton.audit.folded", AuditFigures::folded);
    meter(registry, "jeton.audit.dropped", AuditFigures::dropped);
  }

  private void meter(MeterRegistry registry, String name, ToDoubleFunction<AuditFigures> figure) {
    registry.more().counter(name, List.of(), log, l -> figure.applyAsDouble(l.figures()));
  }
}
