package dev.jeton.tokens.agora;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads Agora's little-endian fields and never reads past the end. */
final class Unpacker {
  /** The bytes are not what the layout says. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  private final byte[] bytes;
  private final int end;
  private int position;

  Unpacker(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  int uint16() throws Malformed {
    need(2);
    int value = (bytes[position] & 0xff) | (bytes[position + 1] & 0xff) << 8;
    position += 2;
    return value;
  }

  long uint32() throws Malformed {
    int low = uint16();
    return (long) uint16() << 16 | low;
  }

  byte[] raw(int count) throws Malformed {
    need(count);
    byte[] copy = java.util.Arrays.copyOfRange(bytes, position, position + count);
    position += count;
    return copy;
  }

  String string() throws Malformed {
    int count = uint16();
    need(count);
    int start = position;
    position += count;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, count))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("a text is not UTF-8");
    }
  }

  /** A count of entries of at least {@code size} bytes each: refused when they cannot all be there. */
  int count(int size) throws Malformed {
    int count = uint16();
    need(count * size);
    return count;
  }

  Privileges privileges() throws Malformed {
    int count = count(6);
    long[] entries = new long[count];
    for (int i = 0; i < count; i++) {
      long id = uint16();
      entries[i] = id << 32 | uint32();
    }
    java.util.Arrays.sort(entries);
    for (int i = 1; i < count; i++) {
      if (entries[i] >>> 32 == entries[i - 1] >>> 32) {
        throw new Malformed("a privilege stands twice");
      }
    }
    return Privileges.ofEntries(entries);
  }

  boolean atEnd() {
    return position == end;
  }

  private void need(int count) throws Malformed {
    if (end - position < count) {
      throw new Malformed("it ends too early");
    }
  }
}
