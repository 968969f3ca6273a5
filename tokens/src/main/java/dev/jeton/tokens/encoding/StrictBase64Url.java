package dev.jeton.tokens.encoding;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The URL-safe Base64 of RFC 4648 section 5 as RFC 7515 uses it, with exactly one spelling for each
 * byte string: no padding, no white space, {@code -} and {@code _} alone, unused bits zero.
 *
 * <p>{@link Base64} does the work, several bytes at a time; what it lets pass is refused here.
 */
public final class StrictBase64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** The characters whose last four bits are zero, and those whose last two are. */
  private static final String FOUR_BITS_UNUSED = "AQgw";

  private static final String TWO_BITS_UNUSED = "AEIMQUYcgkosw048";

  private StrictBase64Url() {}

  /** How many characters {@code length} bytes take. */
  public static int encodedLength(int length) {
    return (int) ((length * 4L + 2) / 3);
  }

  /** The text of the bytes. */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** The text of the bytes, as ASCII. */
  public static byte[] encodeToBytes(byte[] bytes) {
    return ENCODER.encode(bytes);
  }

  /** The bytes of the text, or null when it is not their one spelling. */
  public static byte @Nullable [] decode(String text) {
    if (!text.isEmpty() && !endsWell(text, text.charAt(text.length() - 1))) {
      return null;
    }
    try {
      return DECODER.decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean endsWell(String text, char last) {
    return switch (text.length() & 3) {
      case 0 -> last != '=';
      case 2 -> FOUR_BITS_UNUSED.indexOf(last) >= 0;
      case 3 -> TWO_BITS_UNUSED.indexOf(last) >= 0;
      default -> false;
    };
  }
}
