package dev.jeton.server.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What is open, and what was sent and could not be, as metrics. */
@Singleton
class AlertMeters implements MeterBinder {
  private final Operators operators;

  AlertMeters(Operators operators) {
    this.operators = operators;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.alerts.open", operators, one -> one.open().size()).register(registry);
    operators.courier().figures().forEach((channel, figures) -> {
      List<Tag> tags = List.of(Tag.of("channel", channel));
      registry.more().counter("jeton.alerts.sent", tags, figures.sent(), LongAdder::sum);
      registry.more().counter("jeton.alerts.failed", tags, figures.failed(), LongAdder::sum);
    });
  }
}
