package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text with the shape of a token; nothing in it is proven, and an ECB token is any run of hex of
 * the right length.
 *
 * <p>ECB: {@code 32n} hex digits of either case. CBC: 64 hex digits of HMAC-SHA256, 16 characters of
 * IV out of A-Z, a-z, 0-9, {@code 32n} hex digits. So the length modulo 32 tells them apart: 0 and
 * 16.
 */
public final class RawKandyToken {
  /** The longest text that is looked at: room for names three times as long as may be issued. */
  public static final int MAX_TEXT_LENGTH = 2048;

  static final int MAC_DIGITS = 64;

  private static final int BLOCK_DIGITS = 2 * Aes.BLOCK;
  private static final int CBC_HEAD = MAC_DIGITS + Iv.LENGTH;

  private final KandyCipher cipher;
  /** As it was received, one byte per character. */
  private final byte[] text;

  private final byte[] ciphertext;

  private RawKandyToken(KandyCipher cipher, byte[] text, byte[] ciphertext) {
    this.cipher = cipher;
    this.text = text;
    this.ciphertext = ciphertext;
  }

  /** Reads the shape: TOO_LARGE beyond 2048 characters, else MALFORMED. */
  public static Outcome<RawKandyToken> parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Outcome.refused(Reason.TOO_LARGE, "it is longer than " + MAX_TEXT_LENGTH);
    }
    // A character beyond Latin-1, be it one or two Java chars, becomes one question mark, which has
    // no
    // place in a token either. So there can be fewer bytes than the text has chars.
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = bytes.length;
    if (length > 0 && length % BLOCK_DIGITS == 0) {
      byte[] ciphertext = Hex.read(bytes, 0, length);
      return ciphertext != null
          ? Outcome.accepted(new RawKandyToken(KandyCipher.ECB, bytes, ciphertext))
          : malformed("it has the length of an ECB token but is not hex");
    }
    if (length > CBC_HEAD && length % BLOCK_DIGITS == CBC_HEAD % BLOCK_DIGITS) {
      byte[] ciphertext = Hex.read(bytes, CBC_HEAD, length);
      return ciphertext != null && hasCbcHead(bytes)
          ? Outcome.accepted(new RawKandyToken(KandyCipher.CBC, bytes, ciphertext))
          : malformed("it has the length of a CBC token but not its parts");
    }
    return malformed("it has the length of neither an ECB nor a CBC token");
  }

  private static boolean hasCbcHead(byte[] text) {
    for (int i = MAC_DIGITS; i < CBC_HEAD; i++) {
      if (!Iv.mayHold(text[i])) {
        return false;
      }
    }
    return Hex.isHex(text, 0, MAC_DIGITS);
  }

  private static Outcome<RawKandyToken> malformed(String detail) {
    return Outcome.refused(Reason.MALFORMED, detail);
  }

  /** The cipher whose layout it has. */
  public KandyCipher cipher() {
    return cipher;
  }

  /** How many bytes are encrypted, padding included. */
  public int ciphertextLength() {
    return ciphertext.length;
  }

  /** The IV of a CBC token. */
  public Optional<String> iv() {
    return cipher == KandyCipher.CBC
        ? Optional.of(new String(ivBytes(), StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  byte[] ivBytes() {
    return Arrays.copyOfRange(text, MAC_DIGITS, CBC_HEAD);
  }

  /** A copy: it is decrypted in place, and maybe under two keys. */
  byte[] ciphertext() {
    return ciphertext.clone();
  }

  /** As it was received, one byte per character. */
  byte[] text() {
    return text;
  }

  /** One text for all that mean the same: under ECB letter case is free. */
  public String canonicalText() {
    String received = new String(text, StandardCharsets.ISO_8859_1);
    return cipher == KandyCipher.ECB ? received.toLowerCase(Locale.ROOT) : received;
  }
}
