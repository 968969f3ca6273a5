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

  static void discard(Vertx vertx, HttpServerRequest request) {
    if (request.isEnded() || !BodyReader.announced(request)) {
      return;
    }
    long timer = vertx.setTimer(MOMENT_MILLIS, id -> cut(request));
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.handler(chunk -> {});
    request.endHandler(end -> vertx.cancelTimer(timer));
  }

  private static void cut(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }
}
