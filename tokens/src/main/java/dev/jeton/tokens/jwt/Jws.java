package dev.jeton.tokens.jwt;

import dev.jeton.tokens.encoding.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a JWS in compact serialization together. */
final class Jws {
  private Jws() {}

  static String signed(byte[] header, byte[] payload, SigningKey key) {
    int signedLength = StrictBase64Url.encodedLength(header.length)
        + 1
        + StrictBase64Url.encodedLength(payload.length);
    if (signedLength > RawJws.MAX_LENGTH) {
      throw tooLong();
    }
    byte[] text = new byte[signedLength];
    int end = StrictBase64Url.encode(header, header.length, text, 0);
    text[end++] = '.';
    StrictBase64Url.encode(payload, payload.length, text, end);
    byte[] signature = key.sign(text, signedLength);
    int length = signedLength + 1 + StrictBase64Url.encodedLength(signature.length);
    if (length > RawJws.MAX_LENGTH) {
      throw tooLong();
    }
    byte[] whole = Arrays.copyOf(text, length);
    whole[signedLength] = '.';
    StrictBase64Url.encode(signature, signature.length, whole, signedLength + 1);
    return new String(whole, StandardCharsets.ISO_8859_1);
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException(
        "the token would be longer than " + RawJws.MAX_LENGTH + " characters");
  }
}
