package dev.jeton.server.admin;

import java.util.random.RandomGenerator;

/** Makes ids that are never used again: 80 random bits in lower case. */
public final class Ids {
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 16;

  private final RandomGenerator random;

  public Ids(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return id.toString();
  }
}
