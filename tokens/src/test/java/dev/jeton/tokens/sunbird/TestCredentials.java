package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.jwt.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Credentials of the tests, and tokens that no minting would make. */
final class TestCredentials {
  static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  static final String KEY = "f3a9c1b27d604e58a1c0d2e4f6b8097a";
  static final SigningKey SECRET =
      SecretEncoding.UTF8.key(Algorithm.HS256, Secret.ofText("w7Kd0pQz".repeat(4) + "5"));
  static final Credential STRICT = Credential.of(KEY, SECRET.verificationKey());
  static final Credential LEGACY = STRICT.profile(Profile.LEGACY);

  private TestCredentials() {}

  /** A token with exactly these claims, written as JSON with ' for ". */
  static String token(String claims) {
    return Jwt.of(json(claims)).signedBy(SECRET);
  }

  static String token(String header, String claims) {
    return Jwt.of(json(claims)).withHeader(json(header)).signedBy(SECRET);
  }

  static JsonObject json(String text) {
    return accepted(JsonObject.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  static Outcome<VerifiedSunbirdToken> verify(Credential credential, String token) {
    return SunbirdVerifier.of(credential).verify(token, Expected.at(NOW));
  }

  /** The credential that a vector is for. */
  static Credential of(JsonNode vector, String key) {
    return Credential.of(key, verificationKey(vector)).profile(Profile.LEGACY);
  }

  static VerificationKey verificationKey(JsonNode vector) {
    return vector.has("publicKeyPem")
        ? accepted(
            VerificationKey.ofPem(algorithm(vector), vector.path("publicKeyPem").asText()))
        : signingKey(vector).verificationKey();
  }

  static SigningKey signingKey(JsonNode vector) {
    String encoding = vector.path("secretEncoding").asText("utf8").toUpperCase(Locale.ROOT);
    return SecretEncoding.valueOf(encoding)
        .key(algorithm(vector), Secret.ofText(vector.path("secret").asText()));
  }

  private static Algorithm algorithm(JsonNode vector) {
    return Objects.requireNonNull(Algorithm.ofWord(vector.path("alg").asText()));
  }
}
