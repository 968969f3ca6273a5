package dev.jeton.server.vault;

import java.security.GeneralSecurityException;

/** Wraps data keys. It lies in a file, in the environment, or in a KMS that never gives it away. */
interface MasterKey {

  /** Tells it from others: {@code 1f3a...} for a key of our own, {@code transit:<mount>/<name>}. */
  String id();

  /**
   * Wraps a key for an identity.
   *
   * @throws VaultFault if the KMS does not answer
   */
  byte[] wrap(byte[] key, byte[] identity) throws GeneralSecurityException;

  /**
   * The key.
   *
   * @throws GeneralSecurityException if it was wrapped by another or for another identity
   * @throws VaultFault if the KMS does not answer
   */
  byte[] unwrap(byte[] wrapped, byte[] identity) throws GeneralSecurityException;
}
