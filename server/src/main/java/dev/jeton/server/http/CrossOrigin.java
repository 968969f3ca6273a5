package dev.jeton.server.http;

import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Problem;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** The CORS headers of answers, and the answers to preflights. */
final class CrossOrigin {
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type," + " Idempotency-Key, Jeton-Captcha, Jeton-Proof-Of-Work";
  private static final String VARY_OF_PREFLIGHT =
      "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  private final OriginCheck origins;

  CrossOrigin(OriginCheck origins) {
    this.origins = origins;
  }

  static boolean isPreflight(MultiMap headers) {
    return headers.contains("Origin") && headers.contains("Access-Control-Request-Method");
  }

  /** @param pages further pages that may ask there without a proof */
  Answer preflight(MultiMap headers, DoorRegistry.Place place, Optional<OriginCheck> pages) {
    if (origins.readableBy(headers) == null
        && pages.map(known -> known.readableBy(headers)).isEmpty()) {
      throw new Refused(new Problem(
          403,
          "foreign-origin",
          "web pages of that origin may not ask; add the exact origin to http.cors-origins"));
    }
    return Answer.empty(204)
        .with("Access-Control-Allow-Methods", place.allow())
        .with("Access-Control-Allow-Headers", REQUEST_HEADERS)
        .with("Access-Control-Max-Age", "600")
        .with("Vary", VARY_OF_PREFLIGHT);
  }

  /** Lets the pages of an allowed origin read the answer and Jeton's own headers in it. */
  void mark(MultiMap request, MultiMap response, List<Answer.Header> own) {
    mark(origins, request, response, own);
  }

  /** The same where other pages are allowed. */
  void mark(OriginCheck pages, MultiMap request, MultiMap response, List<Answer.Header> own) {
    if (!pages.variesByOrigin()) {
      return;
    }
    if (!response.contains("Vary")) {
      response.set("Vary", "Origin");
    }
    String origin = pages.readableBy(request);
    if (origin == null) {
      return;
    }
    response.set("Access-Control-Allow-Origin", origin);
    StringBuilder exposed =
        new StringBuilder("Jeton-Request-Id, RateLimit, RateLimit-Policy, Retry-After");
    for (Answer.Header header : own) {
      if (header.name().startsWith("Jeton-")) {
        exposed.append(", ").append(header.name());
      }
    }
    response.set("Access-Control-Expose-Headers", exposed.toString());
  }
}
