package dev.jeton.server.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How far the copy is behind, as metrics. */
@Singleton
class CopyMeters implements MeterBinder {
  private final Archive archive;

  CopyMeters(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.audit.copy.behind.rows", archive, Archive::behind).register(registry);
    Gauge.builder("jeton.audit.copy.behind", archive, a -> a.behindFor().toMillis() / 1000.0)
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("jeton.audit.copy.failing", archive, a -> a.isFailing() ? 1 : 0)
        .register(registry);
  }
}
