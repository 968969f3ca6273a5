package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A key of each algorithm, new in every run. */
final class TestKeys {
  static final Secret SECRET =
      Secret.ofText("a secret of the tests that has as many as 64 characters, long enough");

  static final KeyPair RSA_PAIR = rsaPair(2048);
  static final KeyPair P256_PAIR = ecPair("secp256r1");

  private static final byte[] SEED =
      "a seed of the tests of 32 bytes.".getBytes(StandardCharsets.US_ASCII);

  /** What stands before the 32 bytes of a key in DER (RFC 8410). */
  private static final String ED25519_PRIVATE = "302e020100300506032b657004220420";

  private static final String ED25519_PUBLIC = "302a300506032b6570032100";

  private TestKeys() {}

  static SigningKey of(Algorithm algorithm) {
    return algorithm.isSymmetric()
        ? SigningKey.hmac(algorithm, SECRET)
        : accepted(SigningKey.ofPem(algorithm, privateKey(algorithm)));
  }

  /** The secret, or the private key in PEM. */
  static Secret privateKey(Algorithm algorithm) {
    return switch (algorithm) {
      case HS256, HS384, HS512 -> SECRET;
      case RS256 -> privatePem(RSA_PAIR);
      case ES256 -> p256Pem();
      case ED25519 -> Secret.ofText(pem("PRIVATE KEY", der(ED25519_PRIVATE, SEED)));
    };
  }

  /** The public key in PEM. */
  static String publicKey(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> publicPem(RSA_PAIR);
      case ES256 -> publicPem(P256_PAIR);
      case ED25519 ->
        pem(
            "PUBLIC KEY",
            der(
                ED25519_PUBLIC,
                Ed25519PrivateKey.ofSeed(Secret.ofBytes(SEED)).publicKey().bytes()));
      default -> throw new IllegalArgumentException(algorithm.word() + " has none");
    };
  }

  private static byte[] der(String prefix, byte[] key) {
    return HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(key));
  }

  static KeyPair rsaPair(int bits) {
    return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  static KeyPair ecPair(String curve) {
    return pair("EC", new ECGenParameterSpec(curve));
  }

  private static KeyPair pair(String name, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String publicPem(KeyPair pair) {
    return pem("PUBLIC KEY", pair.getPublic().getEncoded());
  }

  static Secret privatePem(KeyPair pair) {
    return Secret.ofText(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  /** The JDK writes no public half into the private key; OpenSSL and Node do. */
  private static Secret p256Pem() {
    return Secret.ofText(pem("PRIVATE KEY", EcPrivateKeys.withPublicHalf(P256_PAIR)));
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN " + label + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END " + label + "-----\n";
  }
}
