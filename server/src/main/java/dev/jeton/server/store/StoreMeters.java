package dev.jeton.server.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How fresh the entries in memory are, as metrics. */
@Singleton
class StoreMeters implements MeterBinder {
  private static final double MILLIS = 1000;

  private final Snapshot snapshot;

  StoreMeters(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.store.snapshot.age", snapshot, one -> one.age().toMillis() / MILLIS)
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("jeton.store.snapshot.entries", snapshot, Snapshot::size).register(registry);
    Gauge.builder("jeton.store.degraded", snapshot, one -> one.degraded().isPresent() ? 1 : 0)
        .register(registry);
  }
}
