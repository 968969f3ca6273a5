package dev.jeton.tokens.hub;

/** Whether the optional library is on the class path. */
final class Secp256k1Library {
  private static final boolean THERE = look();

  private Secp256k1Library() {}

  static boolean isThere() {
    return THERE;
  }

  private static boolean look() {
    try {
      Class.forName(
          "org.bouncycastle.crypto.ec.CustomNamedCurves",
          false,
          Secp256k1Library.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
