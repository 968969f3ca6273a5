package dev.jeton.server.vault;

import dev.jeton.tokens.Secret;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** 256 random bits as text, for rooms to which the key is just a secret. */
final class RandomText implements KeyContent {
  private static final int BYTES = 32;

  @Override
  public Secret make(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Secret.ofText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public boolean fits(Secret line) {
    return true;
  }
}
