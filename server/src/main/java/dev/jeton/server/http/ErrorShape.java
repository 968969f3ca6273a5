package dev.jeton.server.http;

import dev.jeton.server.access.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;

/** How a door tells that it refused. */
@FunctionalInterface
public interface ErrorShape {

  /** RFC 9457 problem details with a stable {@code code}. */
  ErrorShape PROBLEM_JSON = (problem, requestId) -> Answer.of(
      problem.status(),
      "application/problem+json",
      Json.object(
          json -> json.put("title", HttpResponseStatus.valueOf(problem.status()).reasonPhrase())
              .put("status", problem.status())
              .put("code", problem.code())
              .put("detail", problem.detail())
              .put("requestId", requestId)));

  /** The detail as one line of plain text. */
  ErrorShape TEXT = (problem, requestId) -> Answer.text(problem.status(), problem.detail());

  Answer of(Problem problem, String requestId);
}
