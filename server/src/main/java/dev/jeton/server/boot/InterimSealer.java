package dev.jeton.server.boot;

import dev.jeton.server.vault.Sealer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import jakarta.inject.Singleton;

/** Stands in until the vault is there; nothing is encrypted. */
@Singleton
final class InterimSealer implements Sealer {
  @Override
  public byte[] seal(Secret secret, String identity) {
    return secret.reveal(SecretAccess.forCryptography());
  }

  @Override
  public byte[] sealBytes(byte[] bytes, String identity) {
    return bytes;
  }

  @Override
  public Secret open(byte[] blob, String identity) {
    return Secret.ofBytes(blob);
  }

  @Override
  public byte[] openBytes(byte[] blob, String identity) {
    return blob;
  }

  @Override
  public String dataKeyOf(byte[] blob) {
    return "none";
  }
}
