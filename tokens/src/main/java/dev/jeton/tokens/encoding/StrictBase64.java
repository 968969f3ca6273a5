package dev.jeton.tokens.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Standard Base64 of RFC 4648 section 4 with exactly one spelling for each byte string: padding
 * required, no white space, no other alphabet, unused bits zero. {@link java.util.Base64} lets
 * missing padding and stray bits pass.
 */
public final class StrictBase64 {
  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final byte[] VALUES = new byte[128];

  /** Two characters at once for twelve bits: half the stores, which is most of the work. */
  private static final short[] PAIRS = new short[4096];

  private static final VarHandle TWO_BYTES =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  static {
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (short) (ALPHABET[i >>> 6] << 8 | ALPHABET[i & 63]);
    }
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length; i++) {
      VALUES[ALPHABET[i]] = (byte) i;
    }
  }

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
    int in = 0;
    int out = offset;
    for (; in + 2 < length; in += 3) {
      int group =
          (source[in] & 0xff) << 16 | (source[in + 1] & 0xff) << 8 | (source[in + 2] & 0xff);
      TWO_BYTES.set(target, out, PAIRS[group >>> 12]);
      TWO_BYTES.set(target, out + 2, PAIRS[group & 0xfff]);
      out += 4;
    }
    if (in < length) {
      boolean two = in + 1 < length;
      int group = (source[in] & 0xff) << 16 | (two ? (source[in + 1] & 0xff) << 8 : 0);
      target[out++] = ALPHABET[group >>> 18];
      target[out++] = ALPHABET[group >>> 12 & 63];
      target[out++] = two ? ALPHABET[group >>> 6 & 63] : (byte) '=';
      target[out++] = '=';
    }
    return out;
  }

  /** The bytes of {@code text} from {@code start} on, or null when it is not strict Base64. */
  public static byte @Nullable [] decode(String text, int start) {
    int length = text.length() - start;
    if (length < 0 || length % 4 != 0) {
      return null;
    }
    if (length == 0) {
      return new byte[0];
    }
    int end = text.length();
    int padding = text.charAt(end - 1) != '=' ? 0 : text.charAt(end - 2) != '=' ? 1 : 2;
    byte[] bytes = new byte[length / 4 * 3 - padding];
    int out = 0;
    int group = 0;
    for (int i = 0; i < length - padding; i++) {
      char c = text.charAt(start + i);
      int value = c < 128 ? VALUES[c] : -1;
      if (value < 0) {
        return null;
      }
      group = group << 6 | value;
      if ((i & 3) == 3) {
        bytes[out++] = (byte) (group >>> 16);
        bytes[out++] = (byte) (group >>> 8);
        bytes[out++] = (byte) group;
        group = 0;
      }
    }
    if (padding == 1) {
      bytes[out++] = (byte) (group >>> 10);
      bytes[out] = (byte) (group >>> 2);
      return (group & 3) == 0 ? bytes : null;
    }
    if (padding == 2) {
      bytes[out] = (byte) (group >>> 4);
      return (group & 15) == 0 ? bytes : null;
    }
    return bytes;
  }
}
