package dev.jeton.server.http;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Marks the connections that end with the answer at hand. What follows on them may be a part of
 * that request that we and a proxy before us read differently, so it is not looked at.
 */
final class LastAnswer {
  private static final AttributeKey<Boolean> MARK = AttributeKey.valueOf("jeton.last-answer");

  private LastAnswer() {}

  static void mark(HttpServerRequest request) {
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channel().attr(MARK).set(true);
    }
  }

  static boolean isMarked(HttpServerRequest request) {
    return request.connection() instanceof ConnectionBase connection
        && connection.channel().hasAttr(MARK);
  }
}
