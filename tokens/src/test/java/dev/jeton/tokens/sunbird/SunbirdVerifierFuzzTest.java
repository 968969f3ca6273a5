package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Jwt;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** No text is accepted without a signature, and no signed claims make the verifier throw. */
class SunbirdVerifierFuzzTest {
  private static final Expected REQUEST =
      Expected.at(TestCredentials.NOW).request(HttpRequest.of("GET", "/"));

  /** A token of more could be too long to be made. */
  private static final int LARGEST_CLAIMS = 4_096;

  @FuzzTest(maxDuration = "1m")
  void verify(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    assertThat(TestCredentials.verify(TestCredentials.LEGACY, text))
        .isInstanceOf(Outcome.Refused.class);
    if (data.length < LARGEST_CLAIMS
        && JsonObject.parse(data) instanceof Outcome.Accepted<JsonObject> claims) {
      signed(claims.value());
    }
  }

  private static void signed(JsonObject claims) {
    String token = Jwt.of(claims).signedBy(TestCredentials.SECRET);
    for (Credential credential : List.of(TestCredentials.LEGACY, TestCredentials.STRICT)) {
      for (Expected expected : List.of(Expected.at(TestCredentials.NOW), REQUEST)) {
        Outcome<VerifiedSunbirdToken> outcome =
            SunbirdVerifier.of(credential).verify(token, expected);
        if (outcome instanceof Outcome.Accepted<VerifiedSunbirdToken> verified) {
          holds(verified.value(), claims);
        }
      }
    }
  }

  private static void holds(VerifiedSunbirdToken verified, JsonObject claims) {
    assertThat(verified.claims()).isEqualTo(claims);
    assertThat(claims.text("iss")).contains(TestCredentials.KEY);
    verified.expiresAt().ifPresent(end -> assertThat(end).isAfterOrEqualTo(TestCredentials.NOW));
    if (verified.credential().profile() == Profile.STRICT) {
      accepted(TestCredentials.verify(
          TestCredentials.LEGACY, Jwt.of(claims).signedBy(TestCredentials.SECRET)));
      assertThat(verified.expiresAt()).isPresent();
    }
  }
}
