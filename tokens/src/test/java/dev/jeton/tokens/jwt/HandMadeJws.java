package dev.jeton.tokens.jwt;

import dev.jeton.tokens.encoding.StrictBase64Url;
import java.nio.charset.StandardCharsets;

/** Tokens that the library would not make, with good signatures. */
final class HandMadeJws {
  private HandMadeJws() {}

  static String of(String header, String payload, SigningKey key) {
    return of(
        header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8), key);
  }

  static String of(byte[] header, byte[] payload, SigningKey key) {
    return signed(StrictBase64Url.encode(header) + "." + StrictBase64Url.encode(payload), key);
  }

  static String signed(String twoSegments, SigningKey key) {
    byte[] message = twoSegments.getBytes(StandardCharsets.US_ASCII);
    return twoSegments + "." + StrictBase64Url.encode(key.sign(message, message.length));
  }
}
