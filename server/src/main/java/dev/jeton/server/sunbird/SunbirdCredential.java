package dev.jeton.server.sunbird;

import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.sunbird.Credential;
import java.util.Optional;
import java.util.Set;

/**
 * A credential of this server: what its tokens are checked with, and what may be minted under it.
 *
 * @param name what callers may name it by, besides its key
 * @param signingKey its secret or private key; none where only the public key is here
 */
public record SunbirdCredential(
    String name, Credential credential, Optional<SigningKey> signingKey, Set<Grant> grants) {

  public SunbirdCredential {
    grants = Set.copyOf(grants);
  }

  /** What its tokens have as {@code iss}. */
  public String key() {
    return credential.key();
  }
}
