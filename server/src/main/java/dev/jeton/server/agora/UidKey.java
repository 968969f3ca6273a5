package dev.jeton.server.agora;

import dev.jeton.server.vault.LastingKey;
import jakarta.inject.Singleton;

/** The key that keeps a caller's user at one uid. */
@Singleton
final class UidKey implements LastingKey {
  static final String NAME = "uid.key";

  @Override
  public String file() {
    return NAME;
  }
}
