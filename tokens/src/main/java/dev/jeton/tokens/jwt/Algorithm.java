package dev.jeton.tokens.jwt;

import org.jspecify.annotations.Nullable;

/** The signature algorithms that are supported, by their names in {@code alg}. */
public enum Algorithm {
  /** HMAC with SHA-256 (RFC 7518 section 3.2): 32 bytes. */
  HS256("HS256", 32),
  /** HMAC with SHA-384: 48 bytes. */
  HS384("HS384", 48),
  /** HMAC with SHA-512: 64 bytes. */
  HS512("HS512", 64),
  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3): as many bytes as the modulus. */
  RS256("RS256", 32),
  /** ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4): r and s, 64 bytes. */
  ES256("ES256", 32),
  /** Ed25519 under the name of RFC 9864: 64 bytes. */
  ED25519("Ed25519", 64);

  /** The older, wider name of RFC 8037 for what is Ed25519 here. */
  static final String EDDSA = "EdDSA";

  private final String word;
  private final int hashLength;

  Algorithm(String word, int hashLength) {
    this.word = word;
    this.hashLength = hashLength;
  }

  /** The name as it stands in {@code alg}; letter case matters. */
  public String word() {
    return word;
  }

  /** Whether the key that checks is the key that signs. */
  public boolean isSymmetric() {
    return this == HS256 || this == HS384 || this == HS512;
  }

  /** In bytes: what the hash gives, and so the length of a code and the least one of a secret. */
  int hashLength() {
    return hashLength;
  }

  /** The algorithm of that name, or null. */
  public static @Nullable Algorithm ofWord(String word) {
    for (Algorithm algorithm : values()) {
      if (algorithm.word.equals(word)) {
        return algorithm;
      }
    }
    return null;
  }

  /** Whether a token that names this may be read at all. */
  static boolean isKnown(String word) {
    return ofWord(word) != null || word.equals(EDDSA);
  }
}
