package dev.jeton.tokens.jwt;

/** A private or symmetric key of one algorithm. Safe for many threads. */
interface SignatureMaker {
  /** The signature of {@code message[0, length)}, in the form of RFC 7518. */
  byte[] sign(byte[] message, int length);
}
