package dev.jeton.server.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The log's counters as metrics. */
@Singleton
class AuditMeters implements MeterBinder {
  private final GroupCommitLog log;

  AuditMeters(GroupCommitLog log) {
    this.log = log;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "jeton.audit.rows", AuditFigures::rows);
    count(registry, "jeton.audit.commits", AuditFigures::batches);
    count(registry, "jeton.audit.unavailable", AuditFigures::unavailable);
    count(registry, "jeton.audit.folded", AuditFigures::folded);
    count(registry, "jeton.audit.dropped", AuditFigures::dropped);
  }

  private void count(MeterRegistry registry, String name, ToDoubleFunction<AuditFigures> figure) {
    registry.more().counter(name, List.of(), log, l -> figure.applyAsDouble(l.figures()));
  }
}
