package dev.jeton.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts requests by route and status, and times doors. Every door has its meters from the start. */
final class DoorMetrics {
  private final MeterRegistry registry;
  private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Door, Timer> timers = new ConcurrentHashMap<>();

  private record Counted(String method, String route, int status) {}

  DoorMetrics(MeterRegistry registry, DoorRegistry doors) {
    this.registry = registry;
    for (Door door : doors.all()) {
      timers.put(door, timer(door));
    }
  }

  void watch(AccessLog log) {
    registry.more().counter("jeton.access.log.dropped", List.of(), log, AccessLog::dropped);
  }

  void answered(String method, String route, int status) {
    counters.computeIfAbsent(new Counted(method, route, status), this::counter).increment();
  }

  void took(Door door, long nanos) {
    Timer timer = timers.get(door);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private Counter counter(Counted what) {
    return Counter.builder("jeton.requests")
        .description("Requests by route template and status")
        .tag("method", what.method())
        .tag("route", what.route())
        .tag("status", Integer.toString(what.status()))
        .register(registry);
  }

  private Timer timer(Door door) {
    return Timer.builder("jeton.door.time")
        .description("Time from the request's arrival to its answer")
        .tag("method", door.method().name())
        .tag("route", door.path().toString())
        .register(registry);
  }
}
