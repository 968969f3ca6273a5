package dev.jeton.tokens.hub;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bases of multibase: alphabet, letter case, padding. */
final class Base {
  private static final String LETTERS_32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String HEX_32 = "0123456789abcdefghijklmnopqrstuv";
  private static final String LETTERS_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** What everything in a Hub is written in. */
  static final Base BASE32 = new Base("bB", LETTERS_32, true, false);

  private static final List<Base> ALL = List.of(
      BASE32,
      new Base("0", "01", false, false),
      new Base("fF", "0123456789abcdef", true, false),
      new Base("cC", LETTERS_32, true, true),
      new Base("vV", HEX_32, true, false),
      new Base("tT", HEX_32, true, true),
      new Base("kK", "0123456789abcdefghijklmnopqrstuvwxyz", true, false),
      new Base("z", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", false, false),
      new Base("Z", "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", false, false),
      new Base("m", LETTERS_64 + "+/", false, false),
      new Base("M", LETTERS_64 + "+/", false, true),
      new Base("u", LETTERS_64 + "-_", false, false),
      new Base("U", LETTERS_64 + "-_", false, true));

  private final String prefixes;
  private final String alphabet;
  private final boolean padded;
  private final byte[] values = new byte[128];

  private Base(String prefixes, String alphabet, boolean ignoresCase, boolean padded) {
    this.prefixes = prefixes;
    this.alphabet = alphabet;
    this.padded = padded;
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      char c = alphabet.charAt(i);
      values[c] = (byte) i;
      if (ignoresCase) {
        values[Character.toUpperCase(c)] = (byte) i;
      }
    }
  }

  static Optional<Base> of(char prefix) {
    return ALL.stream().filter(base -> base.prefixes.indexOf(prefix) >= 0).findFirst();
  }

  /** Without padding; only for alphabets whose size is a power of two. */
  String encode(byte[] bytes) {
    int bits = bitsPerCharacter();
    StringBuilder text = new StringBuilder(bytes.length * 8 / bits + 1);
    int buffer = 0;
    int held = 0;
    for (byte b : bytes) {
      buffer = buffer << 8 | (b & 0xff);
      held += 8;
      while (held >= bits) {
        held -= bits;
        text.append(alphabet.charAt((buffer >>> held) & ((1 << bits) - 1)));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(alphabet.charAt((buffer << (bits - held)) & ((1 << bits) - 1)));
    }
    return text.toString();
  }

  /** The bytes of the text from {@code start} on, or null when no encoder writes that. */
  byte @Nullable [] decode(String text, int start) {
    if (Integer.bitCount(alphabet.length()) > 1) {
      return decodeNumber(text, start);
    }
    int end = text.length();
    while (padded && end > start && text.charAt(end - 1) == '=') {
      end--;
    }
    return padding(end - start) == text.length() - end ? decodeBits(text, start, end) : null;
  }

  private int padding(int characters) {
    if (!padded) {
      return 0;
    }
    int group = bitsPerCharacter() == 5 ? 8 : 4;
    return (group - characters % group) % group;
  }

  private byte @Nullable [] decodeBits(String text, int start, int end) {
    int bits = bitsPerCharacter();
    int leftOver = (end - start) * bits % 8;
    if (leftOver >= bits) {
      return null;
    }
    byte[] bytes = new byte[(end - start) * bits / 8];
    int out = 0;
    int buffer = 0;
    int held = 0;
    for (int i = start; i < end; i++) {
      int value = value(text.charAt(i));
      if (value < 0) {
        return null;
      }
      buffer = buffer << bits | value;
      held += bits;
      if (held >= 8) {
        held -= 8;
        bytes[out++] = (byte) (buffer >>> held);
        buffer &= (1 << held) - 1;
      }
    }
    return buffer == 0 ? bytes : null;
  }

  /** One large number, as bases that are no power of two are; leading zeros are zero bytes. */
  private byte @Nullable [] decodeNumber(String text, int start) {
    int zeros = 0;
    while (start + zeros < text.length() && value(text.charAt(start + zeros)) == 0) {
      zeros++;
    }
    // A character of these bases stands for less than 6 bits.
    int[] limbs = new int[(text.length() - start) * 6 / 32 + 1];
    int used = 0;
    for (int i = start + zeros; i < text.length(); i++) {
      long carry = value(text.charAt(i));
      if (carry < 0) {
        return null;
      }
      for (int limb = 0; limb < used; limb++) {
        carry += (limbs[limb] & 0xffffffffL) * alphabet.length();
        limbs[limb] = (int) carry;
        carry >>>= 32;
      }
      if (carry != 0) {
        limbs[used++] = (int) carry;
      }
    }
    return bytes(limbs, used, zeros);
  }

  private static byte[] bytes(int[] limbs, int used, int zeros) {
    int length = used == 0 ? 0 : used * 4 - Integer.numberOfLeadingZeros(limbs[used - 1]) / 8;
    byte[] bytes = new byte[zeros + length];
    for (int i = 0; i < length; i++) {
      bytes[bytes.length - 1 - i] = (byte) (limbs[i / 4] >>> (i % 4 * 8));
    }
    return bytes;
  }

  private int bitsPerCharacter() {
    return Integer.numberOfTrailingZeros(alphabet.length());
  }

  private int value(char c) {
    return c < values.length ? values[c] : -1;
  }
}
