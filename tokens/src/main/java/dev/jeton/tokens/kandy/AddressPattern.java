package dev.jeton.tokens.kandy;

/**
 * An address or display name, or a pattern of them: {@code help@example.com}, {@code *@example.com},
 * {@code guest-*}, {@code *}. Letter case counts, except in the domain.
 *
 * <p>{@code *} alone is anybody. Any other {@code *} stands for a run of characters, an empty one
 * too, but never reaches over an {@code @} or {@code ;}: else {@code *@example.com} would allow
 * {@code x@evil.com;y@example.com}. Without an {@code @} a pattern is for display names.
 */
public final class AddressPattern {
  /** The most {@code *} in one. */
  public static final int MAX_STARS = 8;

  private final String text;
  private final Address address;

  private AddressPattern(String text) {
    this.text = text;
    address = Address.of(text);
  }

  /**
   * The pattern, under the rules of an {@link Identity}.
   *
   * @throws IllegalArgumentException if it is none or has more than 8 {@code *}; the message is fit
   *     for people
   */
  public static AddressPattern of(String given) {
    String text = Identity.of(given).text();
    if (text.chars().filter(c -> c == '*').count() > MAX_STARS) {
      throw new IllegalArgumentException("it has more than " + MAX_STARS + " '*'");
    }
    return new AddressPattern(text);
  }

  /** As it was given, in normal form C. */
  public String text() {
    return text;
  }

  /** Whether it covers a name without {@code sip:}. */
  public boolean matches(String name) {
    if (text.equals("*")) {
      return true;
    }
    Address other = Address.of(name);
    if (text.indexOf('*') < 0) {
      return address.equals(other);
    }
    return isPlain(name)
        && matches(address.user(), other.user())
        && matches(address.domain(), other.domain());
  }

  /** Whether a star can reach over nothing that it must not. */
  private boolean isPlain(String name) {
    int at = name.indexOf('@');
    return name.indexOf(';') < 0
        && at == name.lastIndexOf('@')
        && (at < 0) == (text.indexOf('@') < 0);
  }

  /** The pieces between the stars, each found as early as it can be, the last one at the end. */
  private static boolean matches(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    String last = pattern.substring(pattern.lastIndexOf('*') + 1);
    int end = text.length() - last.length();
    if (end < star || !text.startsWith(pattern.substring(0, star)) || !text.endsWith(last)) {
      return false;
    }
    int from = star;
    for (int next = pattern.indexOf('*', star + 1); next >= 0; ) {
      String piece = pattern.substring(star + 1, next);
      int found = text.indexOf(piece, from);
      if (found < 0 || found + piece.length() > end) {
        return false;
      }
      from = found + piece.length();
      star = next;
      next = pattern.indexOf('*', star + 1);
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressPattern that && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
