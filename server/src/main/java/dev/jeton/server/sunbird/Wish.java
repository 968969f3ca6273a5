package dev.jeton.server.sunbird;

import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.sunbird.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final String PARAMS = "params";
  private static final String DEVICE = "did";

  /** The device that the token names, wherever the request does. */
  public Optional<String> named() {
    return device.or(() -> claims.object(PARAMS).flatMap(params -> params.text(DEVICE)));
  }

  /** All that the request writes into the token, under the names that it has there. */
  public JsonObject said() {
    Map<String, JsonValue> params = new LinkedHashMap<>();
    claims.object(PARAMS).ifPresent(own -> params.putAll(own.members()));
    device.ifPresent(did -> params.put(DEVICE, new JsonText(did)));
    message.ifPresent(msgid -> params.put("msgid", new JsonText(msgid)));
    Map<String, JsonValue> said = new LinkedHashMap<>(claims.members());
    api.ifPresent(id -> said.put("id", new JsonText(id)));
    apiVersion.ifPresent(version -> said.put("version", new JsonText(version)));
    if (!params.isEmpty()) {
      said.put(PARAMS, object(params));
    }
    return object(said);
  }

  private static JsonObject object(Map<String, JsonValue> members) {
    JsonObject.Builder object = JsonObject.builder();
    members.forEach(object::put);
    return object.build();
  }

  /** The same for another lifetime. */
  Wish lasting(Duration other) {
    return new Wish(request, Optional.of(other), api, apiVersion, device, message, claims);
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
