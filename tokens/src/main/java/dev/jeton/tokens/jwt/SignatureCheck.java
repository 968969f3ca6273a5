package dev.jeton.tokens.jwt;

/** A public or symmetric key of one algorithm. Safe for many threads. */
interface SignatureCheck {
  /** Whether this is the signature of {@code message[0, length)}; one of a wrong form is not. */
  boolean verifies(byte[] message, int length, byte[] signature);

  /** How many bytes every signature has. */
  int signatureLength();
}
