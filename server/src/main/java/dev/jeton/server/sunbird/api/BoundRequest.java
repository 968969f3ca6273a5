package dev.jeton.server.sunbird.api;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.sunbird.HttpRequest;
import java.util.Optional;

/** Reads {@code method}, {@code url} and {@code contextPath}: the request that a token is bound to. */
final class BoundRequest {
  private BoundRequest() {}

  static Optional<HttpRequest> of(Fields fields) {
    String method = fields.textOrNull("method");
    String url = fields.textOrNull("url");
    String contextPath = fields.textOrNull("contextPath");
    if ((method == null) != (url == null)) {
      throw Refused.badRequest(
          "half-a-request",
          method == null
              ? "method is missing; give method and url together, or neither"
              : "url is missing; give method and url together, or neither");
    }
    if (method == null || url == null) {
      if (contextPath != null) {
        throw Refused.badRequest("half-a-request", "contextPath goes with method and url");
      }
      return Optional.empty();
    }
    try {
      HttpRequest request = HttpRequest.of(method, url);
      return Optional.of(contextPath == null ? request : request.contextPath(contextPath));
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("wrong-request", String.valueOf(e.getMessage()));
    }
  }
}
