package dev.jeton.tokens.jwt;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;

/** P-256 private keys in PKCS#8, as OpenSSL writes them. */
final class EcPrivateKeys {
  /** Up to the 32 bytes of the private key, and from them to the 64 of the point. */
  private static final String BEFORE_PRIVATE =
      "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420";

  private static final String BEFORE_PUBLIC = "a14403420004";

  private EcPrivateKeys() {}

  static byte[] withPublicHalf(KeyPair pair) {
    ECPublicKey point = (ECPublicKey) pair.getPublic();
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(HexFormat.of().parseHex(BEFORE_PRIVATE));
    der.writeBytes(bytes(((ECPrivateKey) pair.getPrivate()).getS()));
    der.writeBytes(HexFormat.of().parseHex(BEFORE_PUBLIC));
    der.writeBytes(bytes(point.getW().getAffineX()));
    der.writeBytes(bytes(point.getW().getAffineY()));
    return der.toByteArray();
  }

  private static byte[] bytes(BigInteger number) {
    return HexFormat.of().parseHex(String.format("%064x", number));
  }
}
