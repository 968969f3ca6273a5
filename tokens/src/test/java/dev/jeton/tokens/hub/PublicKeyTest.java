package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
  private static final byte[] MESSAGE = {1, 2, 3};
  private static final String ED25519 =
      "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c";
  private static final String SECP256K1 =
      "034f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08011220" + ED25519, // as everybody writes it
        "1220" + ED25519 + "0801", // swapped
        "0881808000" + "1220" + ED25519, // the type in four bytes
        "088100" + "12a000" + ED25519, // numbers in more bytes than they need
        "08011220" + ED25519 + "1800", // unknown fields of every kind
        "08011220" + ED25519 + "190000000000000000",
        "08011220" + ED25519 + "1a0100",
        "08011220" + ED25519 + "1d00000000",
        "1802" + "08011220" + ED25519,
        "08011220" + ED25519 + "18ffffffffffffffffff01",
        "08011220" + ED25519 + "f8ffffff0f00"
      })
  void oneKeyHasManySpellingsAndOneName(String message) {
    assertThat(accepted(Libp2pPublicKey.ofMessage(HexFormat.of().parseHex(message)))
            .text())
        .isEqualTo("bbaareiekrdr525aj6gk72uw3fu6luxlszjtqtpy5sqjbx43uraa3id3plq");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0801",
        "1220" + ED25519,
        "08010801" + "1220" + ED25519, // a field twice
        "08011220" + ED25519 + "1220" + ED25519,
        "08011221" + ED25519, // longer than what is there
        "0801121f" + ED25519,
        "080112ffffffffffffffffff01" + ED25519,
        "0901" + "1220" + ED25519, // the wrong wire type
        "0a01011220" + ED25519,
        "08011020",
        "08011220" + ED25519 + "18", // cut
        "08011220" + ED25519 + "1900",
        "08011220" + ED25519 + "1a05",
        "08011220" + ED25519 + "00", // field 0
        "08011220" + ED25519 + "0000",
        "08011220" + ED25519 + "1b1c", // groups
        "08011220" + ED25519 + "1e00",
        "08011220" + ED25519 + "18ffffffffffffffffff02", // beyond 64 bits
        "08011220" + ED25519 + "18ffffffffffffffffffff01",
        "08ffffffffffffffffff011220" + ED25519,
        "08011220" + ED25519 + "f8ffffff1f00" // a tag beyond 32 bits
      })
  void whatIsNoKeyMessageIsMalformed(String message) {
    assertThat(reason(Libp2pPublicKey.ofMessage(HexFormat.of().parseHex(message))))
        .isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "04, KEY_TYPE_UNSUPPORTED",
    "7f, KEY_TYPE_UNSUPPORTED",
    "8180808010, KEY_TYPE_UNSUPPORTED",
    "02, MALFORMED",
    "00, MALFORMED",
    "03, MALFORMED"
  })
  void theTypeDecidesHowTheDataIsRead(String type, Reason reason) {
    assertThat(reason(
            Libp2pPublicKey.ofMessage(HexFormat.of().parseHex("08" + type + "1220" + ED25519))))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, MALFORMED",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, MALFORMED",
    "0200000000000000000000000000000000000000000000000000000000000000, MALFORMED",
    "0100000000000000000000000000000000000000000000000000000000000080, WEAK_KEY",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, WEAK_KEY"
  })
  void whatIsNoSoundPointIsRefused(String raw, Reason reason) {
    assertThat(reason(Libp2pPublicKey.ofMessage(HexFormat.of().parseHex("08011220" + raw))))
        .isEqualTo(reason);
  }

  @Test
  void rsaKeysAreTakenFrom2048To8192Bits() throws GeneralSecurityException {
    KeyPair pair = pair("RSA", 2048);
    Libp2pPublicKey key = accepted(ofType(0, pair.getPublic().getEncoded()));
    assertThat(key.type()).isEqualTo(KeyType.RSA);
    assertThat(key.text()).hasSize(480).startsWith("bbaabfjq");
    byte[] signature = sign("SHA256withRSA", pair.getPrivate());
    assertThat(key.verify(MESSAGE, signature)).isTrue();
    for (byte[] wrong : new byte[][] {
      {},
      Arrays.copyOf(signature, 255),
      Arrays.copyOf(signature, 257),
      new byte[256],
      sign("SHA512withRSA", pair.getPrivate())
    }) {
      assertThat(key.verify(MESSAGE, wrong)).isFalse();
    }

    assertThat(reason(ofType(0, pair("RSA", 1024).getPublic().getEncoded())))
        .isEqualTo(Reason.WEAK_KEY);
    byte[] spki = pair.getPublic().getEncoded();
    assertThat(reason(ofType(0, Arrays.copyOf(spki, spki.length + 1)))).isEqualTo(Reason.MALFORMED);
    BigInteger modulus = BigInteger.ONE.shiftLeft(2047).setBit(0);
    accepted(ofType(0, rsa(BigInteger.ONE.shiftLeft(8191).setBit(0), BigInteger.valueOf(3))));
    assertThat(
            reason(ofType(0, rsa(BigInteger.ONE.shiftLeft(8192).setBit(0), BigInteger.valueOf(3)))))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(ofType(0, rsa(modulus.subtract(BigInteger.ONE), BigInteger.valueOf(3)))))
        .isEqualTo(Reason.WEAK_KEY);
    accepted(ofType(0, rsa(modulus, BigInteger.valueOf(Integer.MAX_VALUE))));
    assertThat(reason(ofType(0, rsa(modulus, BigInteger.ONE.shiftLeft(31).setBit(0)))))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void ecdsaKeysAreTakenOnP256Alone() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] spki = pair.getPublic().getEncoded();
    Libp2pPublicKey key = accepted(ofType(3, spki));
    assertThat(key.type()).isEqualTo(KeyType.ECDSA);
    assertThat(key.data()).isEqualTo(spki);
    byte[] signature = sign("SHA256withECDSA", pair.getPrivate());
    assertThat(key.verify(MESSAGE, signature)).isTrue();
    for (String wrong : new String[] {"", "30", "3000", "3006020100020100", "3006020101020101"}) {
      assertThat(key.verify(MESSAGE, HexFormat.of().parseHex(wrong))).isFalse();
    }
    assertThat(key.verify(MESSAGE, Arrays.copyOf(signature, signature.length + 1)))
        .isFalse();

    byte[] off = spki.clone();
    off[off.length - 1] ^= 1;
    assertThat(reason(ofType(3, off))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(ofType(3, Arrays.copyOf(spki, spki.length - 1)))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(ofType(3, Arrays.copyOf(spki, spki.length + 1)))).isEqualTo(Reason.MALFORMED);
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    assertThat(reason(ofType(3, generator.generateKeyPair().getPublic().getEncoded())))
        .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    assertThat(reason(ofType(3, pair("RSA", 2048).getPublic().getEncoded())))
        .isEqualTo(Reason.MALFORMED);
    assertThat(reason(ofType(0, spki))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "044f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa",
        "004f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa",
        "030000000000000000000000000000000000000000000000000000000000000000",
        "03ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "00",
        "034f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa00"
      })
  void whatIsNoCompressedPointOfSecp256k1IsMalformed(String data) {
    assertThat(reason(ofType(2, HexFormat.of().parseHex(data)))).isEqualTo(Reason.MALFORMED);
    accepted(ofType(2, HexFormat.of().parseHex(SECP256K1)));
  }

  @Test
  void keysAreEqualByTheirName() {
    Libp2pPublicKey key = accepted(ofType(1, HexFormat.of().parseHex(ED25519)));
    assertThat(key)
        .isEqualTo(accepted(Libp2pPublicKey.parse("f08011220" + ED25519)))
        .hasSameHashCodeAs(accepted(Libp2pPublicKey.parse(key.text())))
        .isNotEqualTo(Keys.IDENTITY.publicKey())
        .isNotEqualTo(key.text());
  }

  private static Outcome<Libp2pPublicKey> ofType(int type, byte[] data) {
    return Libp2pPublicKey.ofMessage(
        new KeyMessage(KeyType.of(type).orElseThrow(), data).encoded());
  }

  private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static byte[] rsa(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(modulus, exponent))
        .getEncoded();
  }

  private static byte[] sign(String algorithm, PrivateKey key) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(MESSAGE);
    return signer.sign();
  }
}
