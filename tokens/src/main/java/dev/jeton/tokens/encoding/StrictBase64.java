package dev.jeton.tokens.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Standard Base64 of RFC 4648 section 4 with exactly one spelling for each byte string: padding
 * required, no white space, no other alphabet, unused bits zero. {@link java.util.Base64} lets
 * missing padding and stray bits pass.
 */
public final class StrictBase64 {
  private static final Sextets SEXTETS = new Sextets("+/");

  private StrictBase64() {}

  /** How many characters {@code length} bytes take. */
  public static int encodedLength(int length) {
    return (length + 2) / 3 * 4;
  }

  /**
   * Writes the Base64 of {@code source[0, length)} to {@code target} from {@code offset} on.
   *
   * @return the offset after the last character
   */
  public static int encode(byte[] source, int length, byte[] target, int offset) {
    int out = SEXTETS.encode(source, length, target, offset);
    int end = offset + encodedLength(length);
    while (out < end) {
      target[out++] = '=';
    }
    return out;
  }

  /** The bytes of {@code text} from {@code start} on, or null when it is not strict Base64. */
  public static byte @Nullable [] decode(String text, int start) {
    int end = text.length();
    int length = end - start;
    if (length < 0 || length % 4 != 0) {
      return null;
    }
    int padding =
        length == 0 || text.charAt(end - 1) != '=' ? 0 : text.charAt(end - 2) != '=' ? 1 : 2;
    return SEXTETS.decode(text, start, end - padding);
  }
}
