package dev.jeton.server.sunbird;

import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.sunbird.Credential;
import java.util.Optional;

/**
 * A live secret of a credential, or its public key.
 *
 * @param version says when it signs and verifies; none for a public key, which always verifies
 * @param credential checks the tokens that it signed
 */
record LiveKey(
    Optional<KeyVersion> version, Credential credential, Optional<SigningKey> signingKey) {

  static LiveKey of(CredentialSpec spec, Optional<KeyVersion> version, KeyMaterial material) {
    return new LiveKey(
        version,
        new Credential(
            spec.key(), material.verificationKey(), spec.profile(), spec.maximumLifetime()),
        material.signingKey());
  }
}
