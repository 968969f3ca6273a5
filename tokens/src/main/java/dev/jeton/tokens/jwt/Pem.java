package dev.jeton.tokens.jwt;

import dev.jeton.tokens.encoding.StrictBase64;
import org.jspecify.annotations.Nullable;

/** One block of RFC 7468: a label, and bytes in Base64 between two lines with dashes. */
final class Pem {
  /** Far more than an RSA key of 8192 bit takes. */
  private static final int MAX_LENGTH = 32_768;

  private Pem() {}

  /** The bytes of the one block in the text, or null when it is no block of that label. */
  static byte @Nullable [] bytes(String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    String block = text.strip();
    if (block.length() > MAX_LENGTH
        || block.length() < begin.length() + end.length()
        || !block.startsWith(begin)
        || !block.endsWith(end)) {
      return null;
    }
    String body = block.substring(begin.length(), block.length() - end.length());
    byte[] bytes = StrictBase64.decode(body.replaceAll("[ \\t\\r\\n]", ""), 0);
    return bytes == null || bytes.length == 0 ? null : bytes;
  }
}
