package dev.jeton.tokens.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the two alphabets of RFC 4648 share: groups of three bytes as four characters, and back. */
final class Sextets {
  private static final VarHandle TWO_BYTES =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] alphabet;
  private final byte[] values = new byte[128];

  /** Two characters at once for twelve bits: half the stores, which is most of the work. */
  private final short[] pairs = new short[4096];

  /** The alphabet that ends with these two characters. */
  Sextets(String lastTwo) {
    alphabet = ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + lastTwo)
        .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) (alphabet[i >>> 6] << 8 | alphabet[i & 63]);
    }
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length; i++) {
      values[alphabet[i]] = (byte) i;
    }
  }

  /** Writes without padding and returns the offset after the last character. */
  int encode(byte[] source, int length, byte[] target, int offset) {
    int in = 0;
    int out = offset;
    for (; in + 2 < length; in += 3) {
      int group =
          (source[in] & 0xff) << 16 | (source[in + 1] & 0xff) << 8 | (source[in + 2] & 0xff);
      TWO_BYTES.set(target, out, pairs[group >>> 12]);
      TWO_BYTES.set(target, out + 2, pairs[group & 0xfff]);
      out += 4;
    }
    if (in < length) {
      boolean two = in + 1 < length;
      int group = (source[in] & 0xff) << 16 | (two ? (source[in + 1] & 0xff) << 8 : 0);
      TWO_BYTES.set(target, out, pairs[group >>> 12]);
      out += 2;
      if (two) {
        target[out++] = alphabet[group >>> 6 & 63];
      }
    }
    return out;
  }

  /** The bytes of {@code text[start, end)}, which has no padding, or null. */
  byte @Nullable [] decode(String text, int start, int end) {
    int length = end - start;
    int rest = length & 3;
    if (rest == 1) {
      return null;
    }
    byte[] bytes = new byte[(int) (length * 3L / 4)];
    int out = 0;
    int group = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      int value = c < 128 ? values[c] : -1;
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
    if (rest == 3) {
      bytes[out++] = (byte) (group >>> 10);
      bytes[out] = (byte) (group >>> 2);
      return (group & 3) == 0 ? bytes : null;
    }
    if (rest == 2) {
      bytes[out] = (byte) (group >>> 4);
      return (group & 15) == 0 ? bytes : null;
    }
    return bytes;
  }
}
