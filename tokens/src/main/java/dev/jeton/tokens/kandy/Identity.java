package dev.jeton.tokens.kandy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Who an issuer may write into a token: an address ({@code user@domain}) or a display name, without
 * {@code sip:}.
 *
 * <p>The plaintext of a token is identity, marker, time, so a name that its owner chose could bring
 * markers and times of its own. What is refused here keeps that out. Verified tokens of other issuers
 * may hold more than this; see {@link VerifiedKandyToken#name()}.
 */
public final class Identity {
  /** The longest, in UTF-8 bytes: user part of 64, {@code @} and domain of 255 (RFC 5321). */
  public static final int MAX_BYTES = 320;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final String text;

  private Identity(String text) {
    this.text = text;
  }

  /**
   * The identity, brought into Unicode's normal form C first: a Greek question mark is a {@code ;}
   * only then.
   *
   * @throws IllegalArgumentException if it is empty, longer than 320 bytes, begins with {@code sip:},
   *     has a blank at either end, holds a {@code ;}, a control character, one that nobody sees
   *     (direction marks and zero-width ones, but for the joiners that scripts need) or half a
   *     surrogate pair. The message is fit for people
   */
  public static Identity of(String given) {
    // Bounds the work of normalising; a byte is never more than one UTF-16 unit.
    require(given.length() <= MAX_BYTES, tooLong());
    require(StandardCharsets.UTF_8.newEncoder().canEncode(given), "it is not well-formed Unicode");
    String text = Normalizer.normalize(given, Normalizer.Form.NFC);
    require(!text.isEmpty(), "it is empty");
    require(text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES, tooLong());
    require(text.equals(text.strip()), "it begins or ends with a blank");
    require(!startsWithSip(text), "it begins with sip:, which is added by itself; drop it");
    require(text.indexOf(';') < 0, "it holds a ';'");
    require(
        text.codePoints().noneMatch(Identity::isUnprintable),
        "it holds a control character or an invisible one");
    return new Identity(text);
  }

  /** As it stands in the token, without {@code sip:}. */
  public String text() {
    return text;
  }

  /** Whether it is a display name: it has no {@code @}. */
  public boolean isDisplayName() {
    return text.indexOf('@') < 0;
  }

  static boolean startsWithSip(String text) {
    return text.regionMatches(true, 0, Role.SIP, 0, Role.SIP.length());
  }

  /** Control characters and line ends: what forges log lines and SIP headers. */
  static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** They show a name other than it is, or two names as one. */
  private static boolean isUnprintable(int c) {
    return isControl(c)
        || (Character.getType(c) == Character.FORMAT
            && c != ZERO_WIDTH_NON_JOINER
            && c != ZERO_WIDTH_JOINER);
  }

  private static String tooLong() {
    return "it is longer than " + MAX_BYTES + " bytes";
  }

  private static void require(boolean fine, String fault) {
    if (!fine) {
      throw new IllegalArgumentException(fault);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Identity that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
