package dev.jeton.server.http;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.OriginCheck;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the answer with the headers that every answer has, and tells log and metrics about it. */
final class Reply {
  private static final int GONE = 0;
  private static final String CACHE_CONTROL = "Cache-Control";

  private final Pipeline pipeline;
  private final HttpServerRequest request;
  private final Quotas quotas;
  private final String id;
  private final long started;
  private String route = "-";
  private String caller = "-";
  private @Nullable Door door;
  private Optional<OriginCheck> pages = Optional.empty();
  private boolean told;
  private boolean last;
  private boolean entered;

  Reply(Pipeline pipeline, HttpServerRequest request, Quotas quotas) {
    this.pipeline = pipeline;
    this.request = request;
    this.quotas = quotas;
    this.id = pipeline.ids().next();
    this.started = pipeline.nanos().getAsLong();
    request.response().closeHandler(closed -> {
      tell(GONE);
      leave();
    });
  }

  /** Whether the server still takes requests; a stop waits for those that it took. */
  boolean enter() {
    entered = pipeline.inFlight().enter();
    return entered;
  }

  /** The connection ends with this answer. In HTTP/2 a request has no connection of its own. */
  void last() {
    if (request.version() != HttpVersion.HTTP_2) {
      last = true;
      LastAnswer.mark(request);
    }
  }

  String id() {
    return id;
  }

  void route(String template) {
    route = template;
  }

  void door(Door opened) {
    door = opened;
  }

  void caller(Caller asking) {
    caller = asking.id();
  }

  void asking(Asking asking) {
    caller(asking.caller());
    readableBy(asking.opening().flatMap(Opening::pages));
  }

  /** What a page may send there. */
  Answer preflight(DoorRegistry.Place place) {
    Optional<OriginCheck> known = pipeline.gate().pages(place, request.headers());
    readableBy(known);
    return pipeline.crossOrigin().preflight(request.headers(), place, known);
  }

  /** The pages for which a door stands open may read its answers too. */
  private void readableBy(Optional<OriginCheck> further) {
    pages = further.filter(known -> known.readableBy(request.headers()) != null);
  }

  /** The framework answers; its answer gets the common headers and is told at its end. */
  void elsewhere() {
    HttpServerResponse response = request.response();
    common(response.headers());
    pipeline.crossOrigin().mark(request.headers(), response.headers(), List.of());
    response.endHandler(end -> {
      tell(response.getStatusCode());
      leave();
    });
  }

  void send(Answer answer) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      answer.dispose();
      leave();
      return;
    }
    MultiMap headers = response.headers();
    response.setStatusCode(answer.status());
    common(headers);
    if (!answer.contentType().isEmpty()) {
      headers.set("Content-Type", answer.contentType());
    }
    for (Answer.Header header : answer.headers()) {
      if (header.name().equals(CACHE_CONTROL)) {
        headers.remove(CACHE_CONTROL);
      }
      headers.add(header.name(), header.value());
    }
    if (pages.isPresent()) {
      pipeline.crossOrigin().mark(pages.get(), request.headers(), headers, answer.headers());
    } else {
      pipeline.crossOrigin().mark(request.headers(), headers, answer.headers());
    }
    tell(answer.status());
    if (answer.file() != null) {
      response.sendFile(answer.file().toAbsolutePath().toString()).onComplete(sent -> {
        answer.dispose();
        leave();
      });
    } else if (request.method().equals(HttpMethod.HEAD)) {
      headers.set("Content-Length", Integer.toString(answer.body().length()));
      response.end().onComplete(sent -> leave());
    } else {
      response.end(answer.body()).onComplete(sent -> leave());
    }
    Leftover.discard(pipeline.vertx(), request, last);
  }

  private void common(MultiMap headers) {
    headers.set("Jeton-Request-Id", id);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set(CACHE_CONTROL, "no-store");
    quotas.mark(headers);
    if (last) {
      headers.set("Connection", "close");
    }
  }

  /** Once for each request that entered. */
  private void leave() {
    if (entered) {
      entered = false;
      pipeline.inFlight().leave();
    }
  }

  /** Once for each request; status 0 stands for a client that went away before its answer. */
  private void tell(int status) {
    if (told) {
      return;
    }
    told = true;
    long nanos = pipeline.nanos().getAsLong() - started;
    pipeline.told(new Course(id, method(), route, status, nanos, caller), door);
  }

  /** A client may invent methods; those stand together under one name. */
  private String method() {
    return Pipeline.KNOWN_METHODS.contains(request.method().name())
        ? request.method().name()
        : "OTHER";
  }

  /** What log and metrics learn about a request. */
  record Course(String id, String method, String route, int status, long nanos, String caller) {}
}
