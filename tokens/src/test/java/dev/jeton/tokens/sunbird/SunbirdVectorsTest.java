package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published or computed token: what is valid is made again and verifies, the rest does not. */
class SunbirdVectorsTest {
  /** Reasons that the table has in the strict profile alone. */
  private static final Set<Reason> STRICT_ONLY =
      Set.of(Reason.TYP_MISMATCH, Reason.CLAIM_MISSING, Reason.LIFETIME_TOO_LONG);

  /** Reasons that strict tokens reach only behind claims which the file's tokens lack. */
  private static final Set<Reason> LEGACY_ONLY = Set.of(Reason.QSH_MALFORMED, Reason.QSH_MISMATCH);

  /** The longest life among the file's tokens. */
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  @TestFactory
  Stream<DynamicTest> everyValidTokenVerifies() {
    return each(SunbirdVectors.valid(), vector -> {
      String key = vector
          .path("claims")
          .path("iss")
          .asText(vector.path("header").path("iss").asText());
      Credential legacy = TestCredentials.of(vector, key);
      String token = vector.path("jwt").asText();

      VerifiedSunbirdToken verified =
          accepted(SunbirdVerifier.of(legacy).verify(token, expected(vector)));
      assertThat(verified.claims()).isEqualTo(json(vector.path("claims")));
      assertThat(verified.header()).isEqualTo(json(vector.path("header")));
      if (vector.path("claims").path("iat").isNumber() && vector.path("claims").has("exp")) {
        Credential strict = legacy.profile(Profile.STRICT).maximumLifetime(HALF_A_DAY);
        accepted(SunbirdVerifier.of(strict).verify(token, expected(vector)));
      }
      Credential another = TestCredentials.LEGACY.verificationKey().algorithm()
              == legacy.verificationKey().algorithm()
          ? new Credential(
              key, TestCredentials.SECRET.verificationKey(), Profile.LEGACY, HALF_A_DAY)
          : new Credential("another", legacy.verificationKey(), Profile.LEGACY, HALF_A_DAY);
      assertThat(reason(SunbirdVerifier.of(another).verify(token, expected(vector))))
          .isIn(Reason.BAD_SIGNATURE, Reason.UNKNOWN_KEY);
    });
  }

  @TestFactory
  Stream<DynamicTest> everyValidTokenWithASecretIsMadeAgainByteForByte() {
    return each(
        SunbirdVectors.valid().filter(vector -> vector.has("secret")),
        vector -> assertThat(Jwt.of(json(vector.path("claims")))
                .withHeader(json(vector.path("header")))
                .signedBy(TestCredentials.signingKey(vector)))
            .isEqualTo(vector.path("jwt").asText()));
  }

  @TestFactory
  Stream<DynamicTest> everyInvalidTokenIsRefusedForItsReason() {
    return each(SunbirdVectors.invalid(), vector -> {
      JsonNode given = vector.path("credential");
      Credential legacy = TestCredentials.of(given, given.path("key").asText());
      List<Reason> reasons = Stream.of(vector.path("reason").asText().split("_OR_"))
          .map(Reason::valueOf)
          .toList();
      if (!STRICT_ONLY.containsAll(reasons)) {
        assertThat(reason(verify(legacy, vector))).isIn(reasons);
      }
      if (!LEGACY_ONLY.containsAll(reasons)) {
        assertThat(reason(verify(legacy.profile(Profile.STRICT), vector))).isIn(reasons);
      }
    });
  }

  private static Outcome<VerifiedSunbirdToken> verify(Credential credential, JsonNode vector) {
    return SunbirdVerifier.of(credential).verify(vector.path("token").asText(), expected(vector));
  }

  private static Expected expected(JsonNode vector) {
    long now = vector
        .path("validAt")
        .asLong(vector.path("now").asLong(SunbirdVectors.root().path("fixedNow").asLong()));
    Expected expected = Expected.at(Instant.ofEpochSecond(now));
    JsonNode request = vector.path("request");
    return request.isMissingNode()
        ? expected
        : expected.request(
            HttpRequest.of(request.path("method").asText(), request.path("url").asText()));
  }

  private static JsonObject json(JsonNode node) {
    return accepted(JsonObject.parse(node.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<DynamicTest> each(Stream<JsonNode> vectors, Consumer<JsonNode> test) {
    return vectors.map(vector -> DynamicTest.dynamicTest(
        vector.path("id").asText() + ": " + vector.path("name").asText(),
        () -> test.accept(vector)));
  }
}
