package dev.jeton.server.limits;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** What was too much, and how many are counted, as metrics. */
@Singleton
class LimitMeters implements MeterBinder {
  private static final String TAG = "limit";

  private final Limits limits;
  private final SharingState state;

  LimitMeters(Limits limits, SharingState state) {
    this.limits = limits;
    this.state = state;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.limits.degraded", state, one -> one.alone().isPresent() ? 1 : 0)
        .register(registry);
    for (Limit limit : Limit.values()) {
      Buckets buckets = limits.of(limit);
      FunctionCounter.builder("jeton.limits.refused", buckets, Buckets::refused)
          .tag(TAG, limit.word())
          .register(registry);
      FunctionCounter.builder("jeton.limits.forgotten", buckets, Buckets::forgotten)
          .tag(TAG, limit.word())
          .register(registry);
      FunctionCounter.builder("jeton.limits.untold", limits, all -> all.untold(limit))
          .tag(TAG, limit.word())
          .register(registry);
      Gauge.builder("jeton.limits.buckets", buckets, Buckets::size)
          .tag(TAG, limit.word())
          .register(registry);
    }
  }
}
