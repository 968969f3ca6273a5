package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;

/** A key of each algorithm, new in every run. */
public final class TestKeys {
  public static final Secret SECRET =
      Secret.ofText("a secret of the tests that has as many as 64 characters, long enough");

  static final KeyPair RSA_PAIR = rsaPair(2048);
  static final KeyPair P256_PAIR = ecPair("secp256r1");

  private TestKeys() {}

  static SigningKey of(Algorithm algorithm) {
    return switch (algorithm) {
      case HS256, HS384, HS512 -> SigningKey.hmac(algorithm, SECRET);
      case RS256 -> accepted(SigningKey.ofPem(algorithm, privatePem(RSA_PAIR)));
      case ES256 -> accepted(SigningKey.ofPem(algorithm, p256Pem()));
      case ED25519 ->
        SigningKey.ed25519(
            Ed25519PrivateKey.ofSeed(Secret.ofText("a seed of the tests of 32 bytes.")));
    };
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
