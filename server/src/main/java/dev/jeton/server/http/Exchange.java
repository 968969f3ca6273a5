package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The course of one request: all checks in their order, the handler, the audit, the answer. */
final class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final long UNAVAILABLE_SECONDS = 5;

  private final Pipeline pipeline;
  private final HttpServerRequest request;
  private final Quotas quotas;
  private final Reply reply;
  private @Nullable Door door;
  private @Nullable Caller caller;
  private boolean admitted;

  Exchange(Pipeline pipeline, HttpServerRequest request) {
    this.pipeline = pipeline;
    this.request = request;
    this.quotas = new Quotas(pipeline.throttle());
    this.reply = new Reply(pipeline, request, quotas);
  }

  /** Runs the request; {@code elsewhere} takes what the framework itself answers. */
  void run(Runnable elsewhere) {
    guarded(() -> {
      enter();
      checkFraming();
      Arrival arrival = pipeline.gate().arrival(request);
      String path = request.path();
      if (path == null || !path.startsWith("/")) {
        throw Refused.badRequest("bad-target", "the request's target must be a path");
      }
      if (path.startsWith(SystemPaths.PREFIX)) {
        system(arrival, path, elsewhere);
      } else {
        route(arrival, path);
      }
    });
  }

  /** Refuses a request that the framework could not read far enough to route it. */
  void runUnreadable() {
    guarded(() -> {
      enter();
      checkFraming();
      pipeline.gate().arrival(request);
      throw Refused.badRequest("bad-target", "the request's target cannot be decoded");
    });
  }

  private void enter() {
    if (!reply.enter()) {
      reply.last();
      throw new Refused(new Problem(503, "stopping", "the server is about to stop; try again"));
    }
  }

  /**
   * Where a request ends must be beyond doubt. The decoder drops a Content-Length next to chunks
   * before anybody can see it, so no chunked request has a successor on its connection.
   */
  private void checkFraming() {
    List<String> encodings = request.headers().getAll("Transfer-Encoding");
    if (encodings.isEmpty()) {
      return;
    }
    reply.last();
    if (encodings.size() != 1
        || !encodings.get(0).equalsIgnoreCase("chunked")
        || request.getHeader("Content-Length") != null) {
      throw Refused.badRequest(
          "bad-transfer-encoding",
          "send the body either with Content-Length or with Transfer-Encoding: chunked");
    }
  }

  private void system(Arrival arrival, String path, Runnable elsewhere) {
    Need need = SystemPaths.need(path);
    Caller asking = pipeline.gate().caller(need, arrival, request, quotas);
    reply.route(SystemPaths.template(path));
    reply.caller(asking);
    pipeline.gate().admit(need, SystemPaths.RIGHT, arrival, asking, request);
    reply.elsewhere();
    elsewhere.run();
  }

  private void route(Arrival arrival, String path) {
    DoorRegistry.Found found = pipeline.doors().find(path);
    if (found == null) {
      throw new Refused(new Problem(404, "not-found", "there is nothing at this path"));
    }
    reply.route(found.place().template());
    if (request.method().equals(HttpMethod.OPTIONS)) {
      reply.send(
          CrossOrigin.isPreflight(request.headers())
              ? reply.preflight(found.place())
              : Answer.empty(204).with("Allow", found.place().allow()));
      return;
    }
    Door opened = found.place().door(request.method());
    if (opened == null) {
      Problem problem = new Problem(
          405, "wrong-method", "use one of these methods: " + found.place().allow());
      ErrorShape shape = found.place().errors();
      reply.send(shape.of(problem, reply.id()).with("Allow", found.place().allow()));
      return;
    }
    door = opened;
    reply.door(opened);
    enter(opened, arrival, found);
  }

  private void enter(Door opened, Arrival arrival, DoorRegistry.Found found) {
    Asking asking = pipeline.gate().asking(opened, arrival, request, quotas);
    caller = asking.caller();
    reply.asking(asking);
    pipeline.gate().admit(opened, asking, arrival, request, pipeline.clock().instant());
    admitted = true;
    quotas.count(opened, asking, arrival);
    Map<String, String> query = Query.read(request.query(), opened.need() == Need.OPEN);
    Map<String, String> parameters = new HashMap<>();
    found.parameters().forEach((name, raw) -> parameters.put(name, UrlText.decode(raw, false)));
    if (opened.takesBody()) {
      BodyReader.read(
          pipeline.vertx(),
          pipeline.bodyMillis(),
          request,
          opened.mostBodyBytes(),
          body -> guarded(() ->
              call(opened, arrival, asking, parameters, query, Fields.read(body, opened.list()))),
          problem -> {
            if (problem.status() == 408) {
              reply.last();
            }
            refuse(new Refused(problem));
          });
    } else {
      call(opened, arrival, asking, parameters, query, null);
    }
  }

  private void call(
      Door opened,
      Arrival arrival,
      Asking asking,
      Map<String, String> parameters,
      Map<String, String> query,
      @Nullable Fields body) {
    Call call = new Call(
        opened,
        arrival,
        asking.caller(),
        quotas,
        reply.id(),
        parameters,
        query,
        request.headers(),
        body);
    Handling handling = new Handling(opened, asking, quotas, call);
    if (handling.isOffTheLoop()) {
      pipeline
          .vertx()
          .executeBlocking(handling::answer, false)
          .onComplete(computed -> guarded(() -> afterAudit(Handling.result(computed))));
    } else {
      afterAudit(handling.answer());
    }
  }

  private void refuse(Refused refused) {
    Problem problem = refused.problem();
    ErrorShape shape = door == null ? ErrorShape.PROBLEM_JSON : door.errors();
    Answer answer = shape.of(problem, reply.id());
    if (problem.status() == 401) {
      answer = answer.with("WWW-Authenticate", "Bearer realm=\"jeton\"");
    }
    if (refused.waitSeconds() > 0 || problem.status() == 503) {
      long wait = refused.waitSeconds() > 0 ? refused.waitSeconds() : UNAVAILABLE_SECONDS;
      answer = answer.with("Retry-After", Long.toString(wait));
    }
    afterAudit(Records.recorded(answer, refused, door, caller, admitted, reply.id()));
  }

  private void afterAudit(Answer answer) {
    for (AuditRow note : answer.notes()) {
      pipeline.audit().note(note);
    }
    if (answer.rows().isEmpty()) {
      reply.send(answer);
    } else {
      pipeline.audit().append(answer.rows(), eventLoop(), outcome -> audited(answer, outcome));
    }
  }

  private void audited(Answer answer, AuditOutcome outcome) {
    if (outcome instanceof AuditOutcome.Written) {
      reply.send(answer);
      return;
    }
    answer.dispose();
    ErrorShape shape = door == null ? ErrorShape.PROBLEM_JSON : door.errors();
    // What an administrator asked for may have been done before its row was to be written.
    String detail = door != null && door.need() == Need.ADMINISTRATION
        ? "the audit log cannot be written at the moment; look whether it was done all the same"
            + " before you try again"
        : "the audit log cannot be written at the moment, so nothing is issued; try again";
    Problem problem = new Problem(503, "audit-unavailable", detail);
    reply.send(shape.of(problem, reply.id()).with("Retry-After", "5"));
  }

  /** The audit groups its completions by this object, so it is the same for one event loop. */
  private Executor eventLoop() {
    return ((ContextInternal) pipeline.vertx().getOrCreateContext()).nettyEventLoop();
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Refused e) {
      refuse(e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "request %s failed", reply.id());
      ErrorShape shape = door == null ? ErrorShape.PROBLEM_JSON : door.errors();
      String detail = "something went wrong here; the log tells more under request " + reply.id();
      reply.send(shape.of(new Problem(500, "fault", detail), reply.id()));
    }
  }
}
