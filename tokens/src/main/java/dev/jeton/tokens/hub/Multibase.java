package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Optional;

/**
 * Bytes as text whose first character names the base.
 *
 * <p>Written as base32 in lower case without padding, prefix {@code b}, as everything in a Hub is. Read
 * in every base that go-multibase reads and that is text: {@code 0} (base 2), {@code f F} (16),
 * {@code b B} (32), {@code c C} (32 padded), {@code v V} (32hex), {@code t T} (32hex padded), {@code k
 * K} (36), {@code z} (58, Bitcoin), {@code Z} (58, Flickr), {@code m} (64), {@code M} (64 padded),
 * {@code u} (64url), {@code U} (64url padded). Letter case does not matter up to base 36. Raw bytes
 * (prefix NUL) and emoji are refused.
 *
 * <p>Stricter than Go in one thing: the bits that are left over at the end must be zero, and the padding
 * must be whole, so that a base has one spelling for the bytes, letter case aside. At most {@value
 * #MAX_TEXT_LENGTH} characters, which an RSA key of 8192 bits in base 16 does not need.
 *
 * <p>Source: <a href="https://github.com/multiformats/multibase">multiformats/multibase</a>.
 */
public final class Multibase {
  /** The longest text that is looked at, in characters. */
  public static final int MAX_TEXT_LENGTH = 4096;

  private Multibase() {}

  /** Base32 in lower case, prefix {@code b}, no padding. */
  public static String encode(byte[] bytes) {
    return 'b' + Base.BASE32.encode(bytes);
  }

  /**
   * The bytes of a text in any base. Refused as TOO_LARGE when it is too long, else as MALFORMED; the
   * refusal repeats nothing of the text, which may be a secret.
   */
  public static Outcome<byte[]> decode(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Outcome.refused(
          Reason.TOO_LARGE, "it is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    if (text.isEmpty()) {
      return Outcome.refused(Reason.MALFORMED, "it is empty");
    }
    Optional<Base> base = Base.of(text.charAt(0));
    if (base.isEmpty()) {
      return Outcome.refused(
          Reason.MALFORMED, "its first character names no base of multibase; most start with b");
    }
    byte[] bytes = base.get().decode(text, 1);
    return bytes != null
        ? Outcome.accepted(bytes)
        : Outcome.refused(
            Reason.MALFORMED, "what follows its first character is not text of the base it names");
  }
}
