package dev.jeton.tokens;

/**
 * The argument that reading secret bytes takes. It guards nothing at run time; it makes each place
 * that reads them stand out in a search for {@code SecretAccess.for}.
 */
public final class SecretAccess {
  private static final SecretAccess CRYPTOGRAPHY = new SecretAccess();
  private static final SecretAccess SHOWING_ONCE = new SecretAccess();

  private static final SecretAccess REVEALING = new SecretAccess();

  private SecretAccess() {}

  /** For feeding a key to a cryptographic operation or checking its form, never for output. */
  public static SecretAccess forCryptography() {
    return CRYPTOGRAPHY;
  }

  /** For showing a new secret to whoever has it made, the one time that it is shown. */
  public static SecretAccess forShowingOnce() {
    return SHOWING_ONCE;
  }

  /** For showing a stored secret to an operator who asks to see it again. */
  public static SecretAccess forRevealing() {
    return REVEALING;
  }

  void granted() {}
}
