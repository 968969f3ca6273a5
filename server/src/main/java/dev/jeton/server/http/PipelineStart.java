package dev.jeton.server.http;

import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the pipeline in front of everything that the framework would answer. */
@Singleton
class PipelineStart {
  private static final int BEFORE_ALL = Integer.MIN_VALUE;
  private static final Duration BODY = Duration.ofSeconds(10);

  private final InFlight inFlight = new InFlight();

  void start(
      @Observes Router router,
      Vertx vertx,
      Arrivals arrivals,
      Callers callers,
      OriginCheck origins,
      Throttle throttle,
      Openings openings,
      OpenableDoors openable,
      AuditLog audit,
      AccessLogChoice accessLog,
      MeterRegistry registry,
      RandomGenerator random,
      InstantSource clock,
      @Any Instance<Doors> rooms) {
    DoorRegistry doors = new DoorRegistry();
    rooms.forEach(room -> room.open(doors));
    openable.hold(doors);
    DoorMetrics metrics = new DoorMetrics(registry, doors);
    AccessLog log = accessLog.log();
    if (log != null) {
      metrics.watch(log);
    }
    Pipeline pipeline = new Pipeline(
        vertx,
        new Gate(arrivals, callers, origins, openings),
        throttle,
        doors,
        new CrossOrigin(origins),
        audit,
        metrics,
        log,
        new RequestIds(random),
        clock,
        System::nanoTime,
        inFlight,
        BODY.toMillis());
    router.route().order(BEFORE_ALL).handler(pipeline).failureHandler(pipeline::handleUnreadable);
    router.errorHandler(400, pipeline::handleUnreadable);
    // A signal reaches this before the framework starts to wait for the answers in flight.
    Runtime.getRuntime().addShutdownHook(new Thread(inFlight::stop, "no new requests"));
  }

  /** The framework closes the connections after this. */
  void stop(@Observes ShutdownEvent end, Settings settings) throws InterruptedException {
    inFlight.stop();
    inFlight.await(settings.get(HttpSettings.class).shutdownTimeout());
  }
}
