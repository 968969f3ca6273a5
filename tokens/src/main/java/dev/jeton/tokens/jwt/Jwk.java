package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON Web Key (RFC 7517) that checks signatures: a public key, or a secret. */
public final class Jwk {
  private final VerificationKey key;
  private final @Nullable String kid;

  Jwk(VerificationKey key, @Nullable String kid) {
    this.key = key;
    this.kid = kid;
  }

  /** A public key under its thumbprint of RFC 7638 as {@code kid}. */
  public static Jwk of(VerificationKey publicKey) {
    return new Jwk(publicKey, thumbprint(publicKey));
  }

  /** A public key under this {@code kid}. */
  public static Jwk of(VerificationKey publicKey, String kid) {
    return new Jwk(publicKey, kid);
  }

  /**
   * Reads a public key for RS256, ES256 or Ed25519, or a secret for HS256, HS384 or HS512. All that
   * it says about itself must agree: {@code alg} with {@code kty} and {@code crv}, {@code use} with
   * {@code sig}, {@code key_ops} with {@code verify}. A secret must name its {@code alg}; the other
   * keys have one each. An {@code alg} of {@code EdDSA} makes a key that takes that name too.
   *
   * <p>Refuses with MALFORMED (a member is missing or has a wrong form, a point that is not on its
   * curve, a private key), KEY_TYPE_UNSUPPORTED (another {@code kty}, {@code crv} or use),
   * ALG_NOT_ALLOWED (another {@code alg}), ALG_MISMATCH ({@code alg} of another type of key),
   * BAD_KEY_LENGTH (a secret shorter than its hash) or WEAK_KEY (as {@link VerificationKey#ofPem}).
   */
  public static Outcome<Jwk> parse(JsonObject jwk) {
    return new JwkReader(jwk).read();
  }

  /** Its name within a set, if it has one. */
  public Optional<String> kid() {
    return Optional.ofNullable(kid);
  }

  /** The key. */
  public VerificationKey key() {
    return key;
  }

  /**
   * The public key with {@code kid}, {@code use} and {@code alg}, to be published.
   *
   * @throws IllegalStateException if it is a secret
   */
  public JsonObject toJson() {
    JsonObject.Builder json = JsonObject.builder().putAll(publicCheck(key).requiredMembers());
    kid().ifPresent(name -> json.put("kid", name));
    return json.put("use", "sig").put("alg", key.algorithm().word()).build();
  }

  private static String thumbprint(VerificationKey key) {
    try {
      return StrictBase64Url.encode(MessageDigest.getInstance("SHA-256")
          .digest(publicCheck(key).requiredMembers().toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static PublicCheck publicCheck(VerificationKey key) {
    if (key.check() instanceof PublicCheck check) {
      return check;
    }
    throw new IllegalStateException("a secret is not published");
  }

  @Override
  public String toString() {
    return "Jwk[" + key.algorithm().word() + "]";
  }
}
