package dev.jeton.server.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many things this server cannot read, as a metric. */
@Singleton
class Unread implements MeterBinder {
  private final Acts acts;

  Unread(Acts acts) {
    this.acts = acts;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.store.unreadable.entries", acts, Acts::unread).register(registry);
  }
}
