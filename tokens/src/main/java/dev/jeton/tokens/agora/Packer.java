package dev.jeton.tokens.agora;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes Agora's little-endian fields into a buffer that grows up to {@link #MAX_BYTES}. */
final class Packer {
  /** What a verifier inflates at most, so nothing larger is minted. */
  static final int MAX_BYTES = 65_536;

  private static final int MAX_STRING = 65_535;

  private byte[] bytes = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void uint16(int value) {
    ensure(2);
    bytes[length++] = (byte) value;
    bytes[length++] = (byte) (value >>> 8);
  }

  void uint32(int value) {
    ensure(4);
    bytes[length++] = (byte) value;
    bytes[length++] = (byte) (value >>> 8);
    bytes[length++] = (byte) (value >>> 16);
    bytes[length++] = (byte) (value >>> 24);
  }

  void raw(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  void skip(int count) {
    ensure(count);
    length += count;
  }

  /** A uint16 length in bytes, then the UTF-8 bytes. */
  void string(String text) {
    int start = length;
    uint16(0);
    text(text);
    patchLength(start);
  }

  /** A string field with the decimal text of an unsigned number. */
  void decimal(long value) {
    int start = length;
    uint16(0);
    plainDecimal(value);
    patchLength(start);
  }

  /** The UTF-8 bytes without a length. */
  void text(String text) {
    int count = text.length();
    if (count > MAX_STRING) {
      throw tooLong();
    }
    ensure(count);
    byte[] target = bytes;
    int start = length;
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        unicode(text);
        return;
      }
      target[start + i] = (byte) c;
    }
    length = start + count;
  }

  void plainDecimal(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    ensure(digits);
    int position = length + digits;
    long rest = value;
    do {
      bytes[--position] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    length += digits;
  }

  /** CRC-32 (IEEE) of what was written since {@code start}. */
  int crc32(CRC32 crc, int start) {
    crc.reset();
    crc.update(bytes, start, length - start);
    return (int) crc.getValue();
  }

  private void unicode(String text) {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      int count = utf8.remaining();
      ensure(count);
      utf8.get(bytes, length, count);
      length += count;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text with half a surrogate pair has no UTF-8 form", e);
    }
  }

  private void patchLength(int start) {
    int count = length - start - 2;
    if (count > MAX_STRING) {
      throw tooLong();
    }
    bytes[start] = (byte) count;
    bytes[start + 1] = (byte) (count >>> 8);
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException("a text in a token has at most " + MAX_STRING + " bytes");
  }

  private void ensure(int count) {
    int needed = length + count;
    if (needed > bytes.length) {
      if (needed > MAX_BYTES) {
        throw new IllegalArgumentException(
            "the token's content would exceed " + MAX_BYTES + " bytes");
      }
      bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, Math.max(needed, bytes.length * 2)));
    }
  }
}
