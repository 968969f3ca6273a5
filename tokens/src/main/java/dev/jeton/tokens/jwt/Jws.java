package dev.jeton.tokens.jwt;

import static java.util.Objects.requireNonNull;

import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Puts a JWS in compact serialization together. */
final class Jws {
  private Jws() {}

  /** {@code {"alg":...,"typ":"JWT"}} as the first segment, the dot included, for each algorithm. */
  private static final Map<Algorithm, byte[]> DEFAULT_HEADERS = defaultHeaders();

  static String signed(JsonObject header, JsonObject payload, SigningKey key) {
    return signed(firstSegment(header), payload, key);
  }

  static String signed(JsonObject payload, SigningKey key) {
    return signed(requireNonNull(DEFAULT_HEADERS.get(key.algorithm())), payload, key);
  }

  private static String signed(byte[] first, JsonObject payload, SigningKey key) {
    byte[] second = StrictBase64Url.encodeToBytes(payload.toBytes());
    int signedLength = first.length + second.length;
    int length = signedLength + 1 + StrictBase64Url.encodedLength(key.signatureLength());
    if (length > RawJws.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the token would be longer than " + RawJws.MAX_LENGTH + " characters");
    }
    byte[] text = Arrays.copyOf(first, length);
    System.arraycopy(second, 0, text, first.length, second.length);
    byte[] third = StrictBase64Url.encodeToBytes(key.sign(text, signedLength));
    text[signedLength] = '.';
    System.arraycopy(third, 0, text, signedLength + 1, third.length);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] firstSegment(JsonObject header) {
    byte[] segment = StrictBase64Url.encodeToBytes(header.toBytes());
    byte[] withDot = Arrays.copyOf(segment, segment.length + 1);
    withDot[segment.length] = '.';
    return withDot;
  }

  private static Map<Algorithm, byte[]> defaultHeaders() {
    Map<Algorithm, byte[]> headers = new EnumMap<>(Algorithm.class);
    for (Algorithm algorithm : Algorithm.values()) {
      headers.put(algorithm, firstSegment(Jwt.header(algorithm).build()));
    }
    return headers;
  }
}
