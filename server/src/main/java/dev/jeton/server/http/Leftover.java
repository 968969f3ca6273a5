package dev.jeton.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What a client still sends after its answer. It is thrown away for a moment, since closing at once
 * would make many clients lose the answer; then the connection ends.
 */
final class Leftover {
  private static final long MOMENT_MILLIS = 2_000;

  private Leftover() {}

  /** Discards what follows; the connection ends with it when this was its {@code last} answer. */
  static void discard(Vertx vertx, HttpServerRequest request, boolean last) {
    if (request.isEnded() || !BodyReader.announced(request)) {
      if (last) {
        request.connection().close();
      }
      return;
    }
    long timer = vertx.setTimer(MOMENT_MILLIS, id -> cut(request));
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.handler(chunk -> {});
    request.endHandler(end -> {
      vertx.cancelTimer(timer);
      if (last) {
        request.connection().close();
      }
    });
  }

  private static void cut(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }
}
