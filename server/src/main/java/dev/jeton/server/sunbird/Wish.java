package dev.jeton.server.sunbird;

import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.sunbird.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What a token shall say.
 *
 * @param request the one request that it is for
 * @param lifetime how long it lives; empty for the bare {@code {iss}} token, which says nothing else
 * @param claims further claims
 */
public record Wish(
    Optional<HttpRequest> request,
    Optional<Duration> lifetime,
    Optional<String> api,
    Optional<String> apiVersion,
    Optional<String> device,
    Optional<String> message,
    JsonObject claims) {

  /** The same for another lifetime. */
  Wish lasting(Duration other) {
    return new Wish(
        request, Optional.of(other), api, apiVersion, device, message, claims);
  }

  /** A bare {@code {iss}} token. */
  public static Wish bare() {
    return new Wish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.empty());
  }
}
