package dev.jeton.server.opendoors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many doors stand open, and what their guards said. */
@Singleton
class OpenDoorMeters implements MeterBinder {
  private final OpenDoors open;
  private final Guards guards;

  OpenDoorMeters(OpenDoors open, Guards guards) {
    this.open = open;
    this.guards = guards;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jeton.open.doors", open, OpenDoors::count).register(registry);
    FunctionCounter.builder("jeton.open.doors.guarded", guards, Guards::passed)
        .tag("outcome", "passed")
        .register(registry);
    FunctionCounter.builder("jeton.open.doors.guarded", guards, Guards::refused)
        .tag("outcome", "refused")
        .register(registry);
  }
}
