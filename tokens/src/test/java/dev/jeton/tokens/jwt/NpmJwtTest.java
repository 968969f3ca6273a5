package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.NodeProcess;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** jose and jsonwebtoken verify what we sign, and we verify what they sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NpmJwtTest {
  private static final String ALL = """
      jose, HS256
      jose, HS384
      jose, HS512
      jose, RS256
      jose, ES256
      jose, ED25519
      jsonwebtoken, HS256
      jsonwebtoken, HS384
      jsonwebtoken, HS512
      jsonwebtoken, RS256
      jsonwebtoken, ES256
      """;

  private static final String CLAIMS =
      "{\"iss\":\"me\",\"text\":\"/\u00e9\u20ac\ud83d\ude00\\n\\u001f\\\"\\\\\u2028\",\"n\":[0.5,1e-7,1e+21],"
          + "\"nothing\":null,\"truth\":true,\"exp\":1700000300}";

  private final ObjectMapper json = new ObjectMapper();
  private NodeProcess npm;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    npm = NodeProcess.start("jwt.js");
  }

  @AfterAll
  void stop() throws IOException {
    if (npm != null) {
      npm.close();
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = ALL)
  void theyVerifyWhatWeSign(String library, Algorithm algorithm) throws IOException {
    JsonObject claims = claims();
    String token = Jwt.of(claims).signedBy(key(algorithm));
    JsonNode read = verified(library, algorithm, token);
    assertThat(read.get("header").toString())
        .isEqualTo("{\"alg\":\"" + algorithm.word() + "\",\"typ\":\"JWT\"}");
    assertThat(read.get("claims")).isEqualTo(json.readTree(claims.toBytes()));
    for (String tampered : tampered(token)) {
      assertThat(verified(library, algorithm, tampered).has("refused")).isTrue();
      reason(RawJwt.parse(tampered).then(raw -> raw.verifiedBy(key(algorithm).verificationKey())));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = ALL)
  void weVerifyWhatTheySignAndSpellItTheSame(String library, Algorithm algorithm)
      throws IOException {
    SigningKey key = key(algorithm);
    String token = npm.ask(Map.of(
            "op", "sign",
            "library", library,
            "alg", algorithm.word(),
            "key", privateText(algorithm),
            "claims", json.readTree(CLAIMS)))
        .get("token")
        .asText();
    RawJwt raw = accepted(RawJwt.parse(token));
    VerifiedJwt verified = accepted(raw.verifiedBy(key.verificationKey()));
    assertThat(verified.claims()).isEqualTo(claims());

    // The same bytes are signed, and ECDSA alone draws a number for each signature.
    String ours = Jwt.of(verified.claims()).signedBy(key);
    if (algorithm == Algorithm.ES256) {
      assertThat(ours.substring(0, ours.lastIndexOf('.')))
          .isEqualTo(token.substring(0, token.lastIndexOf('.')));
    } else {
      assertThat(ours).isEqualTo(token);
    }
    for (String tampered : tampered(token)) {
      assertThat(verified(library, algorithm, tampered).has("refused")).isTrue();
      reason(RawJwt.parse(tampered).then(bad -> bad.verifiedBy(key.verificationKey())));
    }
  }

  @ParameterizedTest
  @CsvSource({"RS256", "ES256", "ED25519"})
  void ourThumbprintIsThatOfJose(Algorithm algorithm) throws IOException {
    JsonNode answer = npm.ask(Map.of("op", "thumbprint", "key", publicText(algorithm)));
    assertThat(Jwk.of(key(algorithm).verificationKey()).kid())
        .contains(answer.get("thumbprint").asText());
  }

  @Test
  void joseRefusesEd25519UnderItsOlderNameAsWeDo() throws IOException {
    String older = HandMadeJws.of("{\"alg\":\"EdDSA\"}", "{}", key(Algorithm.ED25519));
    assertThat(verified("jose", Algorithm.ED25519, older).has("refused")).isTrue();
    assertThat(reason(RawJwt.parse(older)
            .then(raw -> raw.verifiedBy(key(Algorithm.ED25519).verificationKey()))))
        .isEqualTo(Reason.ALG_MISMATCH);
  }

  private JsonNode verified(String library, Algorithm algorithm, String token) throws IOException {
    return npm.ask(Map.of(
        "op",
        "verify",
        "library",
        library,
        "alg",
        algorithm.word(),
        "key",
        publicText(algorithm),
        "token",
        token));
  }

  /** Each segment with one character changed in its middle. */
  private static String[] tampered(String token) {
    String[] segments = token.split("\\.");
    String[] tampered = new String[segments.length];
    for (int i = 0; i < segments.length; i++) {
      String[] changed = segments.clone();
      int middle = changed[i].length() / 2;
      char other = changed[i].charAt(middle) == 'x' ? 'y' : 'x';
      changed[i] = changed[i].substring(0, middle) + other + changed[i].substring(middle + 1);
      tampered[i] = String.join(".", changed);
    }
    return tampered;
  }

  private static JsonObject claims() {
    return accepted(JsonObject.parse(CLAIMS.getBytes(StandardCharsets.UTF_8)));
  }

  private static SigningKey key(Algorithm algorithm) {
    return TestKeys.of(algorithm);
  }

  private static String privateText(Algorithm algorithm) {
    return text(TestKeys.privateKey(algorithm));
  }

  private static String publicText(Algorithm algorithm) {
    return algorithm.isSymmetric() ? privateText(algorithm) : TestKeys.publicKey(algorithm);
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8);
  }
}
