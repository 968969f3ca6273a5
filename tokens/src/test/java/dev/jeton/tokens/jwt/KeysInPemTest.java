package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import java.security.KeyPair;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7518 sections 3.2 to 3.4, RFC 8410: which keys are taken, and for what. */
class KeysInPemTest {

  /** The key pair of RFC 8037 appendix A; its private half is no secret. */
  private static final String ED25519_PRIVATE = TestKeys.pem(
      "PRIVATE KEY",
      HexFormat.of()
          .parseHex("302e020100300506032b657004220420"
              + "9d61b19deffd5a60ba844af492ec2cc4"
              + "4449c5697b326919703bac031cae7f60"));

  private static final String ED25519_PUBLIC = """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----
      """;

  @Test
  void ed25519OfRfc8037IsReadBothWays() {
    SigningKey key = accepted(SigningKey.ofPem(Algorithm.ED25519, Secret.ofText(ED25519_PRIVATE)));
    VerificationKey verification =
        accepted(VerificationKey.ofPem(Algorithm.ED25519, ED25519_PUBLIC));
    byte[] message = {7};
    assertThat(verification.verifies(message, 1, key.sign(message, 1))).isTrue();
    assertThat(Jwk.of(key.verificationKey()).toJson())
        .isEqualTo(Jwk.of(verification).toJson());
  }

  @Test
  void aKeyIsForItsOwnAlgorithmAlone() {
    String rsa = TestKeys.publicPem(TestKeys.RSA_PAIR);
    String p256 = TestKeys.publicPem(TestKeys.P256_PAIR);
    for (String pem : new String[] {p256, ED25519_PUBLIC}) {
      assertThat(reason(VerificationKey.ofPem(Algorithm.RS256, pem)))
          .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    }
    for (String pem : new String[] {rsa, ED25519_PUBLIC}) {
      assertThat(reason(VerificationKey.ofPem(Algorithm.ES256, pem)))
          .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    }
    for (String pem : new String[] {rsa, p256}) {
      assertThat(reason(VerificationKey.ofPem(Algorithm.ED25519, pem)))
          .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    }
    assertThatThrownBy(() -> VerificationKey.ofPem(Algorithm.HS256, rsa))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rsaBelow2048BitIsWeak() {
    KeyPair weak = TestKeys.rsaPair(2040);
    assertThat(reason(VerificationKey.ofPem(Algorithm.RS256, TestKeys.publicPem(weak))))
        .isEqualTo(Reason.WEAK_KEY);
    assertThat(reason(SigningKey.ofPem(Algorithm.RS256, TestKeys.privatePem(weak))))
        .isEqualTo(Reason.WEAK_KEY);
  }

  @Test
  void es256TakesP256Alone() {
    KeyPair other = TestKeys.ecPair("secp384r1");
    assertThat(reason(VerificationKey.ofPem(Algorithm.ES256, TestKeys.publicPem(other))))
        .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    assertThat(reason(SigningKey.ofPem(Algorithm.ES256, TestKeys.privatePem(other))))
        .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
  }

  @Test
  void theTwoHalvesOfAKeyBelongTogether() {
    byte[] one = EcPrivateKeys.withPublicHalf(TestKeys.P256_PAIR);
    byte[] two = EcPrivateKeys.withPublicHalf(TestKeys.ecPair("secp256r1"));
    System.arraycopy(two, two.length - 64, one, one.length - 64, 64);
    Secret mixed = Secret.ofText(TestKeys.pem("PRIVATE KEY", one));
    assertThat(reason(SigningKey.ofPem(Algorithm.ES256, mixed))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----"
      })
  void whatIsNoPemIsMalformed(String text) {
    assertThat(reason(VerificationKey.ofPem(Algorithm.RS256, text))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void bytesThatAreNoKeyAreRefused() {
    for (Algorithm algorithm :
        new Algorithm[] {Algorithm.RS256, Algorithm.ES256, Algorithm.ED25519}) {
      assertThat(reason(
              VerificationKey.ofPem(algorithm, TestKeys.pem("PUBLIC KEY", new byte[] {1, 2, 3}))))
          .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
      Secret pem = Secret.ofText(TestKeys.pem("PRIVATE KEY", new byte[] {1, 2, 3}));
      assertThat(reason(SigningKey.ofPem(algorithm, pem))).isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    }
  }

  @ParameterizedTest
  @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
  void aSecretIsAtLeastAsLongAsTheHash(Algorithm algorithm, int least) {
    Secret longEnough = Secret.ofText("s".repeat(least));
    Secret longer = Secret.ofText("s".repeat(least + 1));
    Secret tooShort = Secret.ofText("s".repeat(least - 1));
    SigningKey.hmac(algorithm, longEnough);
    VerificationKey.hmac(algorithm, longer);
    assertThatThrownBy(() -> SigningKey.hmac(algorithm, tooShort))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RFC 7518 section 3.2");
    assertThatThrownBy(() -> VerificationKey.hmac(algorithm, tooShort))
        .isInstanceOf(IllegalArgumentException.class);
    SigningKey.hmacOfAnyLength(algorithm, tooShort);
    assertThatThrownBy(() -> SigningKey.hmacOfAnyLength(algorithm, Secret.ofText("")))
        .hasMessage("under an empty secret anybody can sign");
  }

  @Test
  void noKeyShowsItself() {
    assertThat(TestKeys.of(Algorithm.HS256)).hasToString("SigningKey[HS256]");
    assertThat(TestKeys.of(Algorithm.HS256).verificationKey())
        .hasToString("VerificationKey[HS256]");
  }
}
