package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.sunbird.TestCredentials.KEY;
import static dev.jeton.tokens.sunbird.TestCredentials.NOW;
import static dev.jeton.tokens.sunbird.TestCredentials.STRICT;
import static dev.jeton.tokens.sunbird.TestCredentials.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.VerificationKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credentials that have another secret beside the one that signs. */
class RotatedSecretsTest {
  private static final Credential NEWER = Credential.of(KEY, newer());
  private static final String GOOD = "{'iss':'" + KEY + "','exp':1700000300,'iat':1700000000}";
  private static final String ENDED = "{'iss':'" + KEY + "','exp':1700000000,'iat':1699999999}";

  @Test
  void aTokenOfEitherSecretIsTaken() {
    SunbirdVerifier both = finding(List.of(NEWER, STRICT));
    assertThat(accepted(both.verify(token(GOOD), Expected.at(NOW))).credential())
        .isEqualTo(STRICT);
    assertThat(accepted(finding(List.of(STRICT, NEWER)).verify(token(GOOD), Expected.at(NOW)))
            .credential())
        .isEqualTo(STRICT);
  }

  @Test
  void whatIsWrongWithATokenIsToldAsOfItsOwnSecret() {
    SunbirdVerifier both = finding(List.of(NEWER, STRICT));
    assertThat(reason(both.verify(token(ENDED), Expected.at(NOW)))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void aTokenOfNoSecretHasABadSignature() {
    SunbirdVerifier other = finding(List.of(NEWER, NEWER));
    assertThat(reason(other.verify(token(GOOD), Expected.at(NOW)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void aLookUpMayRefuseAKeyForAReasonOfItsOwn() {
    SunbirdVerifier none = finding(List.of());
    assertThat(reason(none.verify(token(GOOD), Expected.at(NOW)))).isEqualTo(Reason.UNKNOWN_KEY);
    SunbirdVerifier off =
        SunbirdVerifier.ofAny(key -> Outcome.refused(Reason.KEY_DISABLED, "it is switched off"));
    assertThat(reason(off.verify(token(GOOD), Expected.at(NOW)))).isEqualTo(Reason.KEY_DISABLED);
  }

  private static SunbirdVerifier finding(List<Credential> candidates) {
    return SunbirdVerifier.ofAny(key -> Outcome.accepted(candidates));
  }

  private static VerificationKey newer() {
    return SecretEncoding.UTF8
        .key(Algorithm.HS256, Secret.ofText("Q2vX8nLr".repeat(4) + "7"))
        .verificationKey();
  }
}
