package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;

/**
 * Reads one line strictly: a JSON object that begins with {@code seq} and {@code at} and ends with
 * {@code prev} and {@code hash}, whose other values are texts, whole numbers or one level of texts.
 */
final class LineForm {
  /** A line as the writer makes it stays below this, line end included. */
  static final int LONGEST = 1 << 19;

  private static final String PREV = ",\"prev\":\"";
  private static final String HASH = "\",\"hash\":\"";
  private static final int HEX = 2 * ChainHash.BYTES;
  private static final int TAIL = PREV.length() + HEX + HASH.length() + HEX + 2;
  private static final int MOST_DIGITS = 18;

  private final byte[] prev = new byte[ChainHash.BYTES];
  private final byte[] hash = new byte[ChainHash.BYTES];
  private byte[] bytes = {};
  private int from;
  private int at;
  private int atFrom;
  private int atTo;
  private long seq;

  /** Returns whether the bytes are a line of this form; only then do the getters hold its parts. */
  boolean read(byte[] line, int start, int end) {
    bytes = line;
    from = start;
    at = start;
    int tail = end - TAIL;
    return tail > start && head(tail) && members(tail) && tail(tail);
  }

  long seq() {
    return seq;
  }

  byte[] prev() {
    return prev;
  }

  byte[] hash() {
    return hash;
  }

  String at() {
    return new String(bytes, atFrom, atTo - atFrom, StandardCharsets.US_ASCII);
  }

  /** The hash that the line ought to have after {@code previous}. */
  void hashAfter(byte[] previous, ChainHash rule, int end, byte[] out) {
    rule.of(previous, bytes, from, end - HASH.length() + 1 - HEX - 2, out);
  }

  private boolean head(int end) {
    if (!take("{\"seq\":", end)) {
      return false;
    }
    int digits = at;
    seq = 0;
    while (at < end && isDigit(bytes[at])) {
      seq = 10 * seq + (bytes[at++] - '0');
      if (at - digits > MOST_DIGITS) {
        return false;
      }
    }
    if (at == digits || !take(",\"at\":", end)) {
      return false;
    }
    atFrom = at + 1;
    boolean text = text(end);
    atTo = at - 1;
    return text;
  }

  private boolean members(int end) {
    while (at < end) {
      if (!take(",", end) || !text(end) || !take(":", end) || !value(end)) {
        return false;
      }
    }
    return at == end;
  }

  private boolean value(int end) {
    if (at < end && bytes[at] == '{') {
      return object(end);
    }
    return (at < end && bytes[at] == '"') ? text(end) : digits(end);
  }

  private boolean object(int end) {
    do {
      at++;
      if (!text(end) || !take(":", end) || !text(end)) {
        return false;
      }
    } while (at < end && bytes[at] == ',');
    return take("}", end);
  }

  private boolean digits(int end) {
    int start = at;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at > start;
  }

  private boolean text(int end) {
    if (!take("\"", end)) {
      return false;
    }
    while (at < end) {
      byte c = bytes[at++];
      if (c == '"') {
        return true;
      }
      if (c >= 0 && c < ' ') {
        return false;
      }
      if (c == '\\') {
        at++;
      }
    }
    return false;
  }

  private boolean tail(int start) {
    at = start;
    int end = start + TAIL;
    return take(PREV, end)
        && hex(prev)
        && take(HASH, end)
        && hex(hash)
        && take("\"}", end)
        && at == end;
  }

  private boolean hex(byte[] out) {
    for (int i = 0; i < out.length; i++) {
      int high = nibble(bytes[at++]);
      int low = nibble(bytes[at++]);
      if (high < 0 || low < 0) {
        return false;
      }
      out[i] = (byte) (high << 4 | low);
    }
    return true;
  }

  private boolean take(String expected, int end) {
    if (end - at < expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (bytes[at++] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static int nibble(byte c) {
    if (isDigit(c)) {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
