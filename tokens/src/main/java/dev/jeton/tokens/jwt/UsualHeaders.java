package dev.jeton.tokens.jwt;

import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that nearly all tokens have, by their first segment: {@code alg} alone or with {@code
 * "typ":"JWT"} before or behind it. They need not be read again with each token, which is a third of
 * the work of reading one.
 */
final class UsualHeaders {
  private static final Map<String, JsonObject> BY_SEGMENT = bySegment();

  private UsualHeaders() {}

  /** The header that this segment spells, or null when it is another one. */
  static @Nullable JsonObject bySegment(String segment) {
    return BY_SEGMENT.get(segment);
  }

  private static Map<String, JsonObject> bySegment() {
    Map<String, JsonObject> headers = new HashMap<>();
    for (Algorithm algorithm : Algorithm.values()) {
      add(headers, Jwt.header(algorithm));
      add(headers, JsonObject.builder().put("typ", "JWT").put("alg", algorithm.word()));
      add(headers, JsonObject.builder().put("alg", algorithm.word()));
    }
    return Map.copyOf(headers);
  }

  private static void add(Map<String, JsonObject> headers, JsonObject.Builder header) {
    JsonObject built = header.build();
    headers.put(StrictBase64Url.encode(built.toBytes()), built);
  }
}
