package dev.jeton.server.sunbird;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** New key pairs, in PEM as OpenSSL writes it. */
final class SunbirdKeys {
  private static final int FIELD = 32;

  /** All that stands before the private number of a P-256 key in PKCS#8, and before its point. */
  private static final String P256 =
      "308187020100301306072a8648ce3d020106082a8648ce3d030107" + "046d306b0201010420";

  private static final String P256_POINT = "a144034200";

  private SunbirdKeys() {}

  /** A pair for {@code RSA}, {@code Ed25519} or {@code EC}, which is P-256. */
  static KeyPair pair(String type) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
    if (type.equals("EC")) {
      generator.initialize(FIELD * 8);
    }
    return generator.generateKeyPair();
  }

  static String publicPem(KeyPair pair) {
    return pem("PUBLIC", pair.getPublic().getEncoded());
  }

  static String privatePem(KeyPair pair) {
    return pem(
        "PRIVATE",
        pair.getPrivate() instanceof ECPrivateKey key
            ? p256(key, pair.getPublic().getEncoded())
            : pair.getPrivate().getEncoded());
  }

  /** The JDK leaves the public half out, OpenSSL does not. */
  private static byte[] p256(ECPrivateKey key, byte[] publicKey) {
    byte[] point =
        Arrays.copyOfRange(publicKey, publicKey.length - 1 - 2 * FIELD, publicKey.length);
    HexFormat hex = HexFormat.of();
    return hex.parseHex(P256 + number(key.getS()) + P256_POINT + hex.formatHex(point));
  }

  private static String number(BigInteger s) {
    String digits = s.toString(16);
    return "0".repeat(2 * FIELD - digits.length()) + digits;
  }

  private static String pem(String half, byte[] der) {
    return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
        .formatted(half, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), half);
  }
}
