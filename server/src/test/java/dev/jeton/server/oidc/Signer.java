package dev.jeton.server.oidc;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwk;
import dev.jeton.tokens.jwt.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key of a provider, made in the test, and what it signs. */
public final class Signer {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final String kid;
  private final String alg;
  private final String signature;
  private final KeyPair pair;
  private final Algorithm algorithm;

  private Signer(String kid, String alg, String signature, KeyPair pair, Algorithm algorithm) {
    this.kid = kid;
    this.alg = alg;
    this.signature = signature;
    this.pair = pair;
    this.algorithm = algorithm;
  }

  public static Signer rsa(String kid) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return new Signer(kid, "RS256", "SHA256withRSA", keys.generateKeyPair(), Algorithm.RS256);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static Signer p256(String kid) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      return new Signer(
          kid, "ES256", "SHA256withECDSAinP1363Format", keys.generateKeyPair(), Algorithm.ES256);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Signer ed25519(String kid) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
      return new Signer(kid, "EdDSA", "Ed25519", keys.generateKeyPair(), Algorithm.ED25519);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  String kid() {
    return kid;
  }

  /** The public key as the provider publishes it. */
  JsonObject jwk() {
    return Jwk.of(publicKey(), kid).toJson();
  }

  /** The public key as a text, for whoever takes it for a secret. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** A token of type {@code JWT}. */
  public String sign(JsonObject claims) {
    return sign("JWT", claims);
  }

  /** A token of that type. */
  String sign(String typ, JsonObject claims) {
    return signed(
        JsonObject.builder().put("typ", typ).put("alg", alg).put("kid", kid).build(), claims);
  }

  /** A token with exactly this header. */
  String signed(JsonObject header, JsonObject claims) {
    String message =
        URL.encodeToString(header.toBytes()) + "." + URL.encodeToString(claims.toBytes());
    try {
      Signature signing = Signature.getInstance(signature);
      signing.initSign(pair.getPrivate());
      signing.update(message.getBytes(StandardCharsets.US_ASCII));
      return message + "." + URL.encodeToString(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private VerificationKey publicKey() {
    Outcome<VerificationKey> key = VerificationKey.ofPem(algorithm, pem());
    return ((Outcome.Accepted<VerificationKey>) key).value();
  }
}
