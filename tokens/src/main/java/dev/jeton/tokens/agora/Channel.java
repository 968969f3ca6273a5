package dev.jeton.tokens.agora;

/**
 * A channel name as it stands in a token. {@code ""} and {@code "*"} mean every channel; a {@code *}
 * inside a longer name stands for any run of characters ({@code room-*}).
 *
 * <p>The constructor takes what the official libraries take, any text; {@link #isOrdinary()} tells
 * whether Agora's documentation would call it a name.
 */
public record Channel(String name) {
  /** The longest ordinary name, in bytes. */
  public static final int MAX_BYTES = 63;

  private static final String PUNCTUATION = " !#$%&()+-:;<=.>?@[]^_{}|~,";
  private static final Channel ANY = new Channel("*");

  /** Every channel. */
  public static Channel any() {
    return ANY;
  }

  /**
   * Whether it is 1..63 characters out of a-z, A-Z, 0-9, space and {@code !#$%&()+-:;<=.>?@[]^_{}|~,}.
   * Wildcards are not.
   */
  public boolean isOrdinary() {
    if (name.isEmpty() || name.length() > MAX_BYTES) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && PUNCTUATION.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it may stand for more than one channel. */
  public boolean isWildcard() {
    return name.isEmpty() || name.indexOf('*') >= 0;
  }

  /** Whether this, as written in a token, covers {@code other}. */
  boolean covers(Channel other) {
    if (name.isEmpty()) {
      return true;
    }
    return isWildcard() ? matches(other.name) : name.equals(other.name);
  }

  /** Greedy matching with one step back to the last star: linear space, no recursion. */
  private boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < name.length() && name.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < name.length() && name.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < name.length() && name.charAt(p) == '*') {
      p++;
    }
    return p == name.length();
  }
}
