package dev.jeton.server.hub;

import dev.jeton.server.vault.LastingKey;
import jakarta.inject.Singleton;

/** The server's own issuer key outlives the server. */
@Singleton
final class LastingIssuerKey implements LastingKey {
  @Override
  public String file() {
    return IssuerKeyFile.NAME;
  }
}
