package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AccessToken2;

/**
 * How long a project's tokens live, in seconds: {@code 1 <= usual <= longest <= 86400}.
 *
 * @param usual of a token whose request names no lifetime
 * @param longest that a request may name
 */
public record Lifetimes(long usual, long longest) {
  /** What Agora honours at most. */
  public static final long MOST = AccessToken2.MAX_LIFETIME.toSeconds();

  public static final long USUAL = 3600;

  /** An hour, and a day at most. */
  static final Lifetimes STANDARD = new Lifetimes(USUAL, MOST);

  /** The same for somebody who may have no more than that. */
  Lifetimes upTo(long most) {
    return most >= longest ? this : new Lifetimes(Math.min(usual, most), most);
  }

  public Lifetimes {
    if (usual < 1 || longest < usual || longest > MOST) {
      throw new IllegalArgumentException("1 <= usual <= longest <= " + MOST);
    }
  }
}
