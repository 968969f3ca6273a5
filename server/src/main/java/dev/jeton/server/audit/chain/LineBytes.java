package dev.jeton.server.audit.chain;

import java.util.Arrays;

/** A byte buffer that grows and is reused, and knows how JSON text is written into it. */
final class LineBytes {
  /** Longer values are cut, so that no request can make a line that the verifier refuses to read. */
  static final int LONGEST_TEXT = 2048;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final int WIDEST_CHAR = 6;

  private byte[] bytes = new byte[1 << 16];
  private int length;

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  void cutTo(int newLength) {
    length = newLength;
  }

  /** Writes text that is known to be ASCII and to need no escapes. */
  void ascii(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  void number(long value) {
    if (value >= 10) {
      number(value / 10);
    }
    room(1);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  void hex(byte[] value, int count) {
    room(2 * count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = HEX[(value[i] >> 4) & 15];
      bytes[length++] = HEX[value[i] & 15];
    }
  }

  /** Writes a JSON string with its quotes; what is too long is cut and the cut is told. */
  void quoted(String text) {
    int end = Math.min(text.length(), LONGEST_TEXT);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    room(2 + WIDEST_CHAR * end);
    bytes[length++] = '"';
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pair(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        special(Character.isSurrogate(c) ? '\ufffd' : c);
      }
    }
    if (end < text.length()) {
      special('…');
      ascii("+");
      number(text.length() - end);
    }
    ascii("\"");
  }

  /** Everything that could steer a terminal is escaped, because people page through this file. */
  private void special(char c) {
    room(WIDEST_CHAR);
    if (c == '"' || c == '\\') {
      bytes[length++] = '\\';
      bytes[length++] = (byte) c;
    } else if (c < 0xa0 || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029) {
      bytes[length++] = '\\';
      bytes[length++] = 'u';
      for (int shift = 12; shift >= 0; shift -= 4) {
        bytes[length++] = HEX[(c >> shift) & 15];
      }
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    } else {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  private void pair(int codePoint) {
    bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3f));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
