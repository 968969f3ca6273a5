package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;

/** A key that signs with one algorithm. Safe for many threads. */
public final class SigningKey {
  private final Algorithm algorithm;
  private final SignatureMaker maker;
  private final VerificationKey verificationKey;

  SigningKey(SignatureMaker maker, VerificationKey verificationKey) {
    this.algorithm = verificationKey.algorithm();
    this.maker = maker;
    this.verificationKey = verificationKey;
  }

  /**
   * A secret for HS256, HS384 or HS512.
   *
   * @throws IllegalArgumentException as {@link VerificationKey#hmac} does
   */
  public static SigningKey hmac(Algorithm algorithm, Secret secret) {
    checkLength(algorithm, secret);
    return hmacOfAnyLength(algorithm, secret);
  }

  /**
   * As {@link #hmac} for systems that hand out shorter secrets than RFC 7518 allows.
   *
   * @throws IllegalArgumentException if the secret is empty, or the algorithm is another one
   */
  public static SigningKey hmacOfAnyLength(Algorithm algorithm, Secret secret) {
    HmacKey key = new HmacKey(algorithm, secret);
    return new SigningKey(key, new VerificationKey(algorithm, key, false));
  }

  /** An Ed25519 key. */
  public static SigningKey ed25519(Ed25519PrivateKey key) {
    return new SigningKey(key::sign, VerificationKey.ed25519(key.publicKey()));
  }

  /**
   * A private key in PEM ({@code BEGIN PRIVATE KEY}, PKCS#8 without encryption) for RS256, ES256 or
   * Ed25519. Refuses as {@link VerificationKey#ofPem} does, and an EC key that does not hold its
   * public half with KEY_TYPE_UNSUPPORTED.
   *
   * @throws IllegalArgumentException for an HMAC algorithm: its keys are secrets
   */
  public static Outcome<SigningKey> ofPem(Algorithm algorithm, Secret pem) {
    return PrivateKeys.ofPem(algorithm, pem);
  }

  /** What it signs with. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** What checks its signatures: the public half, or the same secret. */
  public VerificationKey verificationKey() {
    return verificationKey;
  }

  int signatureLength() {
    return verificationKey.check().signatureLength();
  }

  byte[] sign(byte[] message, int length) {
    return maker.sign(message, length);
  }

  static void checkLength(Algorithm algorithm, Secret secret) {
    if (!isLongEnough(algorithm, secret)) {
      throw new IllegalArgumentException(algorithm.word() + " takes a secret of at least "
          + algorithm.hashLength() + " bytes, not " + secret.length()
          + " (RFC 7518 section 3.2)");
    }
  }

  static boolean isLongEnough(Algorithm algorithm, Secret secret) {
    return secret.length() >= algorithm.hashLength();
  }

  @Override
  public String toString() {
    return "SigningKey[" + algorithm.word() + "]";
  }
}
