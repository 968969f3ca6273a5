package dev.jeton.tokens.kandy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code identity;ts} or {@code identity;x-ts=ts} from its end: the digits, the marker right
 * before them, the rest. So a marker that a name brought along stays a part of the name. Not
 * thread-safe.
 */
final class PlaintextReader {
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8
      .newDecoder()
      .onMalformedInput(CodingErrorAction.REPORT)
      .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer characters = CharBuffer.allocate(RawKandyToken.MAX_TEXT_LENGTH);

  /** The parts, or null if it has another form. */
  @Nullable
  Plaintext read(KandyCipher cipher, Timestamps timestamps, byte[] bytes, int length) {
    int digits = digitsAtEnd(bytes, length);
    int end = length - digits - cipher.marker().length();
    if (!timestamps.take(digits) || end <= 0 || !standsAt(cipher.marker(), bytes, end)) {
      return null;
    }
    String identity = identity(bytes, end);
    return identity == null
        ? null
        : new Plaintext(identity, Timestamp.millis(bytes, length - digits, length));
  }

  private static boolean standsAt(String marker, byte[] bytes, int offset) {
    for (int i = 0; i < marker.length(); i++) {
      if (bytes[offset + i] != marker.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int digitsAtEnd(byte[] bytes, int length) {
    int start = length;
    while (start > 0 && bytes[start - 1] >= '0' && bytes[start - 1] <= '9') {
      start--;
    }
    return length - start;
  }

  private @Nullable String identity(byte[] bytes, int length) {
    String identity = isPrintableAscii(bytes, length)
        ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        : decoded(bytes, length);
    return identity == null || identity.equals(Role.SIP) ? null : identity;
  }

  private static boolean isPrintableAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /** Null for broken UTF-8 and for control characters. */
  private @Nullable String decoded(byte[] bytes, int length) {
    characters.clear();
    utf8.reset();
    if (!utf8.decode(ByteBuffer.wrap(bytes, 0, length), characters, true).isUnderflow()) {
      return null;
    }
    String text = characters.flip().toString();
    return text.codePoints().anyMatch(Identity::isControl) ? null : text;
  }
}
