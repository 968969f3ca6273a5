package dev.jeton.tokens;

/**
 * The argument that reading secret bytes takes. It guards nothing at run time; it makes each place
 * that reads them stand out in a search for {@code SecretAccess.forCryptography}.
 */
public final class SecretAccess {
  private static final SecretAccess CRYPTOGRAPHY = new SecretAccess();

  private SecretAccess() {}

  /** For feeding a key to a cryptographic operation or checking its form, never for output. */
  public static SecretAccess forCryptography() {
    return CRYPTOGRAPHY;
  }

  void granted() {}
}
