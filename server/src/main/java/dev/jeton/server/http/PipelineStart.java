package dev.jeton.server.http;

import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.audit.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the pipeline in front of everything that the framework would answer. */
@Singleton
class PipelineStart {
  private static final int BEFORE_ALL = 1_000_000;

  void start(
      @Observes Filters filters,
      Vertx vertx,
      Arrivals arrivals,
      Callers callers,
      OriginCheck origins,
      AuditLog audit,
      AccessLogChoice accessLog,
      MeterRegistry registry,
      RandomGenerator random,
      InstantSource clock,
      @Any Instance<Doors> rooms) {
    DoorRegistry doors = new DoorRegistry();
    rooms.forEach(room -> room.open(doors));
    DoorMetrics metrics = new DoorMetrics(registry, doors);
    AccessLog log = accessLog.log();
    if (log != null) {
      metrics.watch(log);
    }
    Pipeline pipeline = new Pipeline(
        vertx,
        new Gate(arrivals, callers, origins),
        doors,
        new CrossOrigin(origins),
        audit,
        metrics,
        log,
        new RequestIds(random),
        clock,
        System::nanoTime);
    filters.register(pipeline, BEFORE_ALL);
  }
}
