package dev.jeton.tokens.sunbird;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent escapes of RFC 3986 as queries and forms have them. */
final class PercentEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /**
   * The bytes that a text stands for; {@code +} is a space. A {@code %} without two hex digits behind
   * it stands for itself, and bytes that are no UTF-8 stay as they are: whatever differs in meaning
   * stays different.
   */
  static byte[] decode(String text) {
    byte[] sent = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[sent.length];
    int length = 0;
    for (int i = 0; i < sent.length; i++) {
      byte b = sent[i];
      if (b == '+') {
        b = ' ';
      } else if (b == '%'
          && i + 2 < sent.length
          && digit(sent[i + 1]) >= 0
          && digit(sent[i + 2]) >= 0) {
        b = (byte) (digit(sent[i + 1]) << 4 | digit(sent[i + 2]));
        i += 2;
      }
      bytes[length++] = b;
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Escapes all but the unreserved characters of RFC 3986, section 2.3, in upper-case hex. */
  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      if (isUnreserved(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[b >> 4 & 0xf]).append(HEX[b & 0xf]);
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
