package dev.jeton.server.vault;

/** Where the master keys come from. */
interface MasterKeySource {

  /** The word for it: {@code file}, {@code environment} or {@code transit}. */
  String word();

  /** Whether there are any yet; only a file that this server makes itself may not be there. */
  boolean isThere();

  /** Makes the first one, where there is none yet. */
  void make() throws VaultUnusable;

  /** Reads them. */
  MasterKeys read() throws VaultUnusable;

  /**
   * Puts a new one in front of the others.
   *
   * @throws VaultFault if only the operator can
   */
  void add();

  /**
   * Takes one away that nothing needs.
   *
   * @throws VaultFault if only the operator can
   */
  void drop(String id);

  /** Whether a new version of the primary one has the same id, as in a KMS. */
  default boolean rotatesUnderOneId() {
    return false;
  }
}
