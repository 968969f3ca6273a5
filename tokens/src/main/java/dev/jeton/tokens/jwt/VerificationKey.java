package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PublicKey;

/**
 * A key that checks signatures of one algorithm, which the key says and no token can change. Safe
 * for many threads.
 */
public final class VerificationKey {
  private final Algorithm algorithm;
  private final SignatureCheck check;
  private final boolean takesEdDsa;

  VerificationKey(Algorithm algorithm, SignatureCheck check, boolean takesEdDsa) {
    this.algorithm = algorithm;
    this.check = check;
    this.takesEdDsa = takesEdDsa;
  }

  /**
   * A secret for HS256, HS384 or HS512.
   *
   * @throws IllegalArgumentException if the secret is shorter than the hash, 32, 48 or 64 bytes (RFC
   *     7518 section 3.2), or the algorithm is another one
   */
  public static VerificationKey hmac(Algorithm algorithm, Secret secret) {
    SigningKey.checkLength(algorithm, secret);
    return hmacOfAnyLength(algorithm, secret);
  }

  /**
   * As {@link #hmac} for systems that hand out shorter secrets than RFC 7518 allows; a guessed
   * secret signs everything.
   *
   * @throws IllegalArgumentException if the secret is empty, or the algorithm is another one
   */
  public static VerificationKey hmacOfAnyLength(Algorithm algorithm, Secret secret) {
    return new VerificationKey(algorithm, new HmacKey(algorithm, secret), false);
  }

  /** An Ed25519 key; tokens name it {@code Ed25519}. */
  public static VerificationKey ed25519(Ed25519PublicKey key) {
    return new VerificationKey(Algorithm.ED25519, new Ed25519Check(key), false);
  }

  /**
   * A public key in PEM ({@code BEGIN PUBLIC KEY}, an X.509 SubjectPublicKeyInfo) for RS256, ES256
   * or Ed25519. Refuses with MALFORMED what is no such text, with KEY_TYPE_UNSUPPORTED a key of
   * another type or curve, and with WEAK_KEY one under which others can sign: RSA below 2048 bit,
   * say.
   *
   * @throws IllegalArgumentException for an HMAC algorithm: its keys are secrets
   */
  public static Outcome<VerificationKey> ofPem(Algorithm algorithm, String pem) {
    return PublicKeys.ofPem(algorithm, pem);
  }

  /**
   * The same Ed25519 key that also takes tokens which call it {@code EdDSA}, the name that RFC 9864
   * deprecates.
   *
   * @throws IllegalStateException if this is a key of another algorithm
   */
  public VerificationKey takingEdDsa() {
    if (algorithm != Algorithm.ED25519) {
      throw new IllegalStateException("EdDSA is another name of Ed25519 alone");
    }
    return new VerificationKey(algorithm, check, true);
  }

  /** What it checks. */
  public Algorithm algorithm() {
    return algorithm;
  }

  boolean takes(String word) {
    return word.equals(algorithm.word()) || (takesEdDsa && word.equals(Algorithm.EDDSA));
  }

  boolean verifies(byte[] message, int length, byte[] signature) {
    return check.verifies(message, length, signature);
  }

  SignatureCheck check() {
    return check;
  }

  @Override
  public String toString() {
    return "VerificationKey[" + algorithm.word() + "]";
  }
}
