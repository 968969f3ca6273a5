package dev.jeton.tokens.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The URL-safe Base64 of RFC 4648 section 5 as RFC 7515 uses it, with exactly one spelling for each
 * byte string: no padding, no white space, {@code -} and {@code _} alone, unused bits zero.
 */
public final class StrictBase64Url {
  private static final Sextets SEXTETS = new Sextets("-_");

  private StrictBase64Url() {}

  /** How many characters {@code length} bytes take. */
  public static int encodedLength(int length) {
    return (int) ((length * 4L + 2) / 3);
  }

  /**
   * Writes the text of {@code source[0, length)} to {@code target} from {@code offset} on.
   *
   * @return the offset after the last character
   */
  public static int encode(byte[] source, int length, byte[] target, int offset) {
    return SEXTETS.encode(source, length, target, offset);
  }

  /** The text of the bytes. */
  public static String encode(byte[] bytes) {
    byte[] target = new byte[encodedLength(bytes.length)];
    SEXTETS.encode(bytes, bytes.length, target, 0);
    return new String(target, StandardCharsets.ISO_8859_1);
  }

  /** The bytes of the text, or null when it is not their one spelling. */
  public static byte @Nullable [] decode(String text) {
    return SEXTETS.decode(text, 0, text.length());
  }

  /** The bytes of {@code text[start, end)}, or null when it is not their one spelling. */
  public static byte @Nullable [] decode(String text, int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    return SEXTETS.decode(text, start, end);
  }
}
