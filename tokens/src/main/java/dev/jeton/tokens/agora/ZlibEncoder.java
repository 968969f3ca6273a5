package dev.jeton.tokens.agora;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * zlib (RFC 1950) with one DEFLATE block of fixed Huffman codes (RFC 1951 section 3.2.6).
 *
 * <p>007 leaves the compressor open: official libraries produce different bytes for one payload and
 * read each other's. For the few hundred bytes of a token the JDK's native {@code Deflater} spends
 * four fifths of the minting time on setting up its state; this one needs a table of 4 KiB that is
 * never cleared, since positions of earlier calls are recognised by their number.
 *
 * <p>Not thread-safe.
 */
final class ZlibEncoder {
  private static final int MIN_MATCH = 3;
  private static final int MAX_MATCH = 258;
  private static final int MAX_DISTANCE = 32_768;
  private static final int HASH_BITS = 10;

  private static final int END_OF_BLOCK = 256;
  /** Bit-reversed code and bit count of each literal and length symbol: {@code code << 4 | bits}. */
  private static final int[] SYMBOLS = new int[288];
  /** Symbol of each match length, and the first length of each symbol with its extra bits. */
  private static final int[] LENGTH_SYMBOL = new int[MAX_MATCH + 1];

  private static final int[] LENGTH_BASE = new int[29];
  private static final int[] LENGTH_EXTRA = new int[29];
  private static final int[] DISTANCE_BASE = new int[30];
  private static final int[] DISTANCE_EXTRA = new int[30];
  private static final int[] DISTANCE_CODE = new int[30];

  static {
    for (int s = 0; s < 288; s++) {
      int bits = s < 144 ? 8 : s < 256 ? 9 : s < 280 ? 7 : 8;
      int code =
          s < 144 ? 0x30 + s : s < 256 ? 0x190 + s - 144 : s < 280 ? s - 256 : 0xc0 + s - 280;
      SYMBOLS[s] = (Integer.reverse(code) >>> (32 - bits)) << 4 | bits;
    }
    int length = MIN_MATCH;
    for (int i = 0; i < 28; i++) {
      LENGTH_BASE[i] = length;
      LENGTH_EXTRA[i] = i < 8 ? 0 : (i - 4) / 4;
      for (int n = 0; n < 1 << LENGTH_EXTRA[i] && length < MAX_MATCH; n++) {
        LENGTH_SYMBOL[length++] = i;
      }
    }
    LENGTH_BASE[28] = MAX_MATCH;
    LENGTH_SYMBOL[MAX_MATCH] = 28;
    int distance = 1;
    for (int i = 0; i < 30; i++) {
      DISTANCE_BASE[i] = distance;
      DISTANCE_EXTRA[i] = i < 4 ? 0 : (i - 2) / 2;
      DISTANCE_CODE[i] = Integer.reverse(i) >>> 27;
      distance += 1 << DISTANCE_EXTRA[i];
    }
  }

  private final Adler32 adler = new Adler32();
  private final int[] lastSeen = new int[1 << HASH_BITS];
  /** Positions are stored plus this, which grows with each call; smaller ones are from before. */
  private int base = 1;

  private byte[] out = new byte[512];
  private int length;
  private long bitBuffer;
  private int bitCount;

  /** The result of the last {@link #encode}, up to {@link #length()}. */
  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /** Compresses {@code in[0, size)}. */
  void encode(byte[] in, int size) {
    reserve(size);
    out[0] = 0x78;
    out[1] = (byte) 0x9c;
    length = 2;
    bits(0b011, 3);
    int i = 0;
    while (i < size) {
      int match = 0;
      int from = 0;
      if (i + MIN_MATCH <= size) {
        int slot = slot(in, i);
        from = lastSeen[slot] - base;
        lastSeen[slot] = base + i;
        if (from >= 0 && i - from <= MAX_DISTANCE) {
          match = matchLength(in, from, i, size);
        }
      }
      if (match >= MIN_MATCH) {
        copy(match, i - from);
        int next = i + match;
        int lastHash = Math.min(next, size - MIN_MATCH + 1);
        for (int j = i + 1; j < lastHash; j++) {
          lastSeen[slot(in, j)] = base + j;
        }
        i = next;
      } else {
        symbol(in[i++] & 0xff);
      }
    }
    symbol(END_OF_BLOCK);
    flushBits();
    checksum(in, size);
    base += size;
  }

  private void reserve(int size) {
    if (base > Integer.MAX_VALUE - 2 * Packer.MAX_BYTES) {
      Arrays.fill(lastSeen, 0);
      base = 1;
    }
    int worst = size + size / 8 + 16;
    if (out.length < worst) {
      out = new byte[worst];
    }
  }

  private static int slot(byte[] in, int i) {
    int three = (in[i] & 0xff) | (in[i + 1] & 0xff) << 8 | (in[i + 2] & 0xff) << 16;
    return (three * 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  private static int matchLength(byte[] in, int from, int at, int size) {
    int longest = Math.min(MAX_MATCH, size - at);
    int n = 0;
    while (n < longest && in[from + n] == in[at + n]) {
      n++;
    }
    return n;
  }

  private void copy(int match, int distance) {
    int l = LENGTH_SYMBOL[match];
    symbol(257 + l);
    bits(match - LENGTH_BASE[l], LENGTH_EXTRA[l]);
    int d = distanceSymbol(distance);
    bits(DISTANCE_CODE[d], 5);
    bits(distance - DISTANCE_BASE[d], DISTANCE_EXTRA[d]);
  }

  private static int distanceSymbol(int distance) {
    if (distance <= 4) {
      return distance - 1;
    }
    int top = 31 - Integer.numberOfLeadingZeros(distance - 1);
    return 2 * top + (((distance - 1) >>> (top - 1)) & 1);
  }

  private void symbol(int s) {
    int entry = SYMBOLS[s];
    bits(entry >>> 4, entry & 15);
  }

  private void bits(int value, int count) {
    bitBuffer |= (long) value << bitCount;
    bitCount += count;
    while (bitCount >= 8) {
      out[length++] = (byte) bitBuffer;
      bitBuffer >>>= 8;
      bitCount -= 8;
    }
  }

  private void flushBits() {
    if (bitCount > 0) {
      out[length++] = (byte) bitBuffer;
    }
    bitBuffer = 0;
    bitCount = 0;
  }

  private void checksum(byte[] in, int size) {
    adler.reset();
    adler.update(in, 0, size);
    int sum = (int) adler.getValue();
    out[length++] = (byte) (sum >>> 24);
    out[length++] = (byte) (sum >>> 16);
    out[length++] = (byte) (sum >>> 8);
    out[length++] = (byte) sum;
  }
}
