package dev.jeton.server.http;

import dev.jeton.server.audit.AuditLog;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What every request goes through before anything else.
 *
 * @param accessLog where each request's line goes, or null for nowhere
 * @param inFlight counts the requests that are not answered yet
 * @param bodyMillis how long a body may take from its request's head on
 * @param nanos a clock for measuring
 */
record Pipeline(
    Vertx vertx,
    Gate gate,
    Throttle throttle,
    DoorRegistry doors,
    CrossOrigin crossOrigin,
    AuditLog audit,
    DoorMetrics metrics,
    @Nullable AccessLog accessLog,
    RequestIds ids,
    InstantSource clock,
    LongSupplier nanos,
    InFlight inFlight,
    long bodyMillis)
    implements Handler<RoutingContext> {

  static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final String SEEN = "jeton.seen";

  @Override
  public void handle(RoutingContext context) {
    context.put(SEEN, true);
    if (!LastAnswer.isMarked(context.request())) {
      new Exchange(this, context.request()).run(context::next);
    }
  }

  /** Answers what the framework refuses before it would come here. */
  void handleUnreadable(RoutingContext context) {
    if (context.get(SEEN) != null) {
      context.next();
    } else if (!LastAnswer.isMarked(context.request())) {
      new Exchange(this, context.request()).runUnreadable();
    }
  }

  void told(Reply.Course course, @Nullable Door door) {
    metrics.answered(course.method(), course.route(), course.status());
    if (door != null) {
      metrics.took(door, course.nanos());
    }
    if (accessLog != null) {
      accessLog.line(clock.instant().truncatedTo(ChronoUnit.MILLIS)
          + " "
          + course.id()
          + " "
          + course.method()
          + " "
          + course.route()
          + " "
          + course.status()
          + " "
          + course.nanos() / 1_000
          + "us "
          + course.caller());
    }
  }
}
