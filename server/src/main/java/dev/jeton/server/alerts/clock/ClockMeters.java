package dev.jeton.server.alerts.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** {@code jeton_clock_offset_seconds}, NaN for a clock that does not answer or is not asked. */
@Singleton
class ClockMeters implements MeterBinder {
  private final ClockWatch watch;

  ClockMeters(ClockWatch watch) {
    this.watch = watch;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String name : watch.names()) {
      Gauge.builder(
              "jeton.clock.offset",
              watch,
              one -> one.offset(name).map(Offset::seconds).orElse(Double.NaN))
          .baseUnit("seconds")
          .tag("compared", name)
          .register(registry);
    }
  }
}
