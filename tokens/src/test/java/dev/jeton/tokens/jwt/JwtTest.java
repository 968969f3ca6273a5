package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Outcomes;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A token that is minted here, read and verified; and the published one of another maker. */
class JwtTest {
  private static final Secret SECRET = Secret.ofText("0123456789abcdef0123456789abcdef");

  /** RFC 8037 appendix A. */
  private static final byte[] SEED = new byte[] {
    (byte) 0x9d,
    0x61,
    (byte) 0xb1,
    (byte) 0x9d,
    (byte) 0xef,
    (byte) 0xfd,
    0x5a,
    0x60,
    (byte) 0xba,
    (byte) 0x84,
    0x4a,
    (byte) 0xf4,
    (byte) 0x92,
    (byte) 0xec,
    0x2c,
    (byte) 0xc4,
    0x44,
    0x49,
    (byte) 0xc5,
    0x69,
    0x7b,
    0x32,
    0x69,
    0x19,
    0x70,
    0x3b,
    (byte) 0xac,
    0x03,
    0x1c,
    (byte) 0xae,
    0x7f,
    0x60
  };

  @Test
  void whatIsSignedVerifiesAndSaysTheSame() {
    JsonObject claims =
        JsonObject.builder().put("iss", "me").put("exp", 1_700_000_300L).build();
    String token = Jwt.of(claims).signedBy(SigningKey.hmac(Algorithm.HS256, SECRET));

    assertThat(token).startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");
    RawJwt raw = Outcomes.accepted(RawJwt.parse(token));
    VerifiedJwt verified =
        Outcomes.accepted(raw.verifiedBy(VerificationKey.hmac(Algorithm.HS256, SECRET)));
    assertThat(verified.claims()).isEqualTo(claims);
    Secret other = Secret.ofText("0123456789abcdef0123456789abcdeg");
    assertThat(Outcomes.reason(raw.verifiedBy(VerificationKey.hmac(Algorithm.HS256, other))))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(Outcomes.reason(
            raw.verifiedBy(VerificationKey.hmacOfAnyLength(Algorithm.HS384, SECRET))))
        .isEqualTo(Reason.ALG_MISMATCH);
  }

  @Test
  void theSeedOfRfc8037MakesItsPublicKeyAndItsSignature() {
    Ed25519PrivateKey key = Ed25519PrivateKey.ofSeed(Secret.ofBytes(SEED));
    assertThat(StrictBase64Url.encode(key.publicKey().bytes()))
        .isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    RawJws jws = Outcomes.accepted(
        RawJws.parse(
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"));
    VerificationKey verification = VerificationKey.ed25519(key.publicKey());
    assertThat(Outcomes.accepted(jws.verifiedBy(verification.takingEdDsa())).payload())
        .isEqualTo("Example of Ed25519 signing".getBytes(StandardCharsets.US_ASCII));
    assertThat(Outcomes.reason(jws.verifiedBy(verification))).isEqualTo(Reason.ALG_MISMATCH);
  }

  @Test
  void aShortSecretNeedsToBeAskedFor() {
    assertThatThrownBy(() -> SigningKey.hmac(Algorithm.HS384, SECRET))
        .hasMessage("HS384 takes a secret of at least 48 bytes, not 32 (RFC 7518 section 3.2)");
    assertThat(SigningKey.hmacOfAnyLength(Algorithm.HS384, SECRET).algorithm())
        .isEqualTo(Algorithm.HS384);
  }
}
