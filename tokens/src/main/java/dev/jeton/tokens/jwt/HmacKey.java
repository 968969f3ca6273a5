package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.HmacSha256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC of RFC 7518 section 3.2, both ways. */
final class HmacKey implements SignatureCheck, SignatureMaker {
  private static final ThreadLocal<HmacSha256> SHA256 = ThreadLocal.withInitial(HmacSha256::new);
  private static final ThreadLocal<Mac> SHA384 = ThreadLocal.withInitial(() -> mac("HmacSHA384"));
  private static final ThreadLocal<Mac> SHA512 = ThreadLocal.withInitial(() -> mac("HmacSHA512"));

  /** Above this RFC 2104 wants the digest of the key instead. */
  private static final int SHA256_BLOCK = 64;

  private final Algorithm algorithm;
  private final byte[] bytes;
  private final SecretKeySpec key;

  HmacKey(Algorithm algorithm, Secret secret) {
    if (!algorithm.isSymmetric()) {
      throw new IllegalArgumentException(algorithm.word() + " does not sign with a secret");
    }
    if (secret.length() == 0) {
      throw new IllegalArgumentException("under an empty secret anybody can sign");
    }
    this.algorithm = algorithm;
    byte[] whole = secret.reveal(SecretAccess.forCryptography());
    this.bytes =
        algorithm == Algorithm.HS256 && whole.length > SHA256_BLOCK ? sha256(whole) : whole;
    this.key = new SecretKeySpec(whole, "HMAC");
  }

  @Override
  public byte[] sign(byte[] message, int length) {
    if (algorithm == Algorithm.HS256) {
      byte[] code = new byte[HmacSha256.LENGTH];
      SHA256.get().key(bytes, 0, bytes.length).update(message, 0, length).finish(code, 0);
      return code;
    }
    try {
      Mac mac = algorithm == Algorithm.HS384 ? SHA384.get() : SHA512.get();
      mac.init(key);
      mac.update(message, 0, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC takes every key that is not empty", e);
    }
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    return MessageDigest.isEqual(sign(message, length), signature);
  }

  @Override
  public int signatureLength() {
    return algorithm.hashLength();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Mac mac(String name) {
    try {
      return Mac.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK's own provider has " + name, e);
    }
  }
}
