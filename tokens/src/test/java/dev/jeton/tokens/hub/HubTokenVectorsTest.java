package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.VectorFile.Vector;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubTokenVectorsTest {
  private static final Instant ISSUED = Instant.ofEpochSecond(1590667200);

  /** What go-threads calls an invalid thread token, by what is wrong with it. */
  private static final Map<String, Reason> INVALID = Map.of(
      "token-expired", Reason.EXPIRED,
      "token-wrong-issuer", Reason.BAD_SIGNATURE,
      "token-iat-future", Reason.IAT_IN_FUTURE);

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.hub.VectorFile#tokens")
  void everyTokenIsTakenOrRefusedForItsReason(Vector vector) {
    HubVerifier exact = HubVerifier.of(Keys.issuerOfVectors().publicKey()).allowingNoExpiry();
    Expected now = Expected.at(Instant.parse("2026-11-01T12:00:00Z"));
    String jwt = vector.text("jwt");
    if (vector.json().path("valid").isBoolean() && vector.json().path("valid").asBoolean()) {
      assertThat(accepted(exact.verify(jwt, now)).issuer().text()).isEqualTo(vector.text("iss"));
    } else if (vector.text("valid").equals("policy")) {
      assertThat(reason(exact.verify(jwt, now))).isEqualTo(Reason.ALG_NOT_ALLOWED);
      assertThat(exact.acceptingEdDsa().verify(jwt, now)).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertThat(reason(exact.verify(jwt, now))).isEqualTo(INVALID.get(vector.id()));
    }
  }

  @Test
  void aHubExactTokenIsTheSameToTheByte() {
    Vector plain = VectorFile.byId("token-plain");
    Libp2pPublicKey identity = Keys.key(plain.text("sub"));
    assertThat(HubToken.hubExact(identity, ISSUED.plusNanos(999_999_999))
            .signedBy(Keys.issuerOfVectors()))
        .isEqualTo(plain.text("jwt"));

    VerifiedHubToken token = accepted(HubVerifier.of(Keys.key(plain.text("iss")))
        .allowingNoExpiry()
        .verify(plain.text("jwt"), Expected.at(ISSUED)));
    assertThat(token.identity()).isEqualTo(identity);
    assertThat(token.issuedAt()).isEqualTo(ISSUED);
    assertThat(token.expiresAt()).isEmpty();
    assertThat(token.id()).isEmpty();
    assertThat(token.audience()).isEmpty();
    assertThat(token.unchecked()).isEmpty();
  }

  @Test
  void aHubExactTokenIsRefusedWhereNobodyAllowedTokensWithoutAnEnd() {
    assertThat(reason(HubVerifier.of(Keys.issuerOfVectors().publicKey())
            .verify(VectorFile.byId("token-plain").text("jwt"), Expected.at(ISSUED))))
        .isEqualTo(Reason.CLAIM_MISSING);
  }
}
