package dev.jeton.tokens.agora;

import java.util.random.RandomGenerator;

/**
 * The salt of a token: any unsigned 32-bit number is valid, the libraries draw 1..99999999. It stands
 * readable in the token and opens nothing, so a fast generator does; a shared {@code SecureRandom}
 * takes a fifth of the time of a 006 token.
 */
public final class Salt {
  private static final int LARGEST = 99_999_999;

  private Salt() {}

  /** A salt in the usual range. */
  public static int random(RandomGenerator random) {
    return 1 + random.nextInt(LARGEST);
  }
}
