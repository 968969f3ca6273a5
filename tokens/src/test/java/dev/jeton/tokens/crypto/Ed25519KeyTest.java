package dev.jeton.tokens.crypto;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8032: keys that are one, in their one spelling, and not those that everybody can sign for. */
class Ed25519KeyTest {

  /** RFC 8032 section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void aSeedMakesItsPublicKey(String seed, String publicKey) {
    assertThat(HexFormat.of().formatHex(ofSeed(hex(seed)).publicKey().bytes()))
        .isEqualTo(publicKey);
  }

  /** Of either sign. */
  @Test
  void whatAnySeedSignsItsPublicKeyVerifies() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      byte[] seed = new byte[Ed25519PrivateKey.SEED_LENGTH];
      random.nextBytes(seed);
      Ed25519PrivateKey key = ofSeed(seed);
      Ed25519PublicKey read = accepted(Ed25519PublicKey.of(key.publicKey().bytes()));
      assertThat(read).isEqualTo(key.publicKey()).hasSameHashCodeAs(key.publicKey());
      assertThat(read.verifies(seed, seed.length, key.sign(seed, seed.length))).isTrue();
      assertThat(read.verifies(seed, seed.length - 1, key.sign(seed, seed.length)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"
      })
  void pointsOfSmallOrderAreWeak(String point) {
    assertThat(reason(Ed25519PublicKey.of(hex(point)))).isEqualTo(Reason.WEAK_KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00"
      })
  void otherLengthsSpellingsAndPointsAreMalformed(String bytes) {
    assertThat(reason(Ed25519PublicKey.of(hex(bytes)))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aSeedHas32BytesAndIsNotShown() {
    assertThatThrownBy(() -> ofSeed(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThat(ofSeed(new byte[32])).hasToString("Ed25519PrivateKey[redacted]");
  }

  private static Ed25519PrivateKey ofSeed(byte[] seed) {
    return Ed25519PrivateKey.ofSeed(Secret.ofBytes(seed));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
