package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.OLD_KEY;
import static dev.jeton.server.sunbird.SunbirdServer.OLD_SECRET;
import static dev.jeton.server.sunbird.SunbirdServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v1/verify} and {@code /api/v1/inspect} with Sunbird's tokens. */
class SunbirdVerifyIT {
  private static final String GET_PATH = "\"context\":{\"method\":\"GET\",\"url\":\"/path\"},";
  private static final SigningKey MAIN = SigningKey.hmac(Algorithm.HS256, Secret.ofText(SECRET));
  private static final SigningKey OLD = SigningKey.hmac(Algorithm.HS256, Secret.ofText(OLD_SECRET));

  private static SunbirdServer server;

  @BeforeAll
  static void start() throws Exception {
    server = SunbirdServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "rsa", "edwards", "curve", "old"})
  void whatIsMintedVerifiesForItsRequestAndForNoOther(String name) {
    String token = server
        .minted("{\"key\":\"" + name + "\",\"method\":\"GET\",\"url\":\"https://api.example/path\","
            + "\"ttlSeconds\":10,\"claims\":{\"a\":{\"b\":9007199254740993}}}")
        .path("token")
        .asText();
    JsonNode valid = server.verified(token, GET_PATH);
    assertThat(valid.path("valid").asBoolean()).as(valid.toString()).isTrue();
    assertThat(valid.path("credential").asText()).isEqualTo(name);
    assertThat(valid.path("profile").asText()).isEqualTo(name.equals("old") ? "legacy" : "strict");
    assertThat(valid.at("/claims/a/b").asLong()).isEqualTo(9007199254740993L);
    assertThat(Instant.parse(valid.path("expiresAt").asText()))
        .isEqualTo(Instant.parse(valid.path("issuedAt").asText()).plusSeconds(10));
    assertThat(valid.path("unchecked")).isEmpty();
    assertThat(code(token, GET_PATH.replace("GET", "POST"))).isEqualTo("QSH_MISMATCH");
    assertThat(code(token, GET_PATH.replace("/path", "/other"))).isEqualTo("QSH_MISMATCH");
  }

  @Test
  void everyCheckIsRequiredUnlessTheRequestIsLenient() {
    String unbound = server.minted("{}").path("token").asText();
    JsonNode missing = server.verified(unbound, "");
    assertThat(missing.path("code").asText()).isEqualTo("CONTEXT_MISSING");
    assertThat(missing.path("detail").asText()).contains("context.method and context.url");
    assertThat(missing.path("unchecked").toString()).isEqualTo("[\"qsh\"]");
    JsonNode lenient = server.verified(unbound, "\"lenient\":true,");
    assertThat(lenient.path("valid").asBoolean()).isTrue();
    assertThat(lenient.path("unchecked").toString()).isEqualTo("[\"qsh\"]");
    assertThat(code(unbound, GET_PATH)).isEqualTo("CLAIM_MISSING");

    String bound =
        server.minted("{\"method\":\"GET\",\"url\":\"/path\"}").path("token").asText();
    assertThat(code(bound, "\"lenient\":true,")).isEqualTo("CONTEXT_MISSING");
  }

  @Test
  void theProfileIsTheCredentials() {
    JsonObject bare = JsonObject.builder().put("iss", OLD_KEY).build();
    JsonNode legacy = server.verified(Jwt.of(bare).signedBy(OLD), GET_PATH);
    assertThat(legacy.path("valid").asBoolean()).isTrue();
    assertThat(legacy.has("expiresAt")).isFalse();
    JsonObject strict = JsonObject.builder().put("iss", KEY).build();
    assertThat(code(Jwt.of(strict).signedBy(MAIN), GET_PATH)).isEqualTo("CLAIM_MISSING");
  }

  @Test
  void theIssueTimeOfOldTokensIsNormalised() {
    JsonObject claims =
        JsonObject.builder().put("iss", OLD_KEY).put("iat", "1442426231600").build();
    JsonNode valid = server.verified(Jwt.of(claims).signedBy(OLD), GET_PATH);
    assertThat(valid.path("issuedAt").asText()).isEqualTo("2015-09-16T17:57:11Z");
  }

  @Test
  void anExpectedKeyIsTheOnlyOneThatIsTaken() {
    String token = server
        .minted("{\"key\":\"old\",\"method\":\"GET\",\"url\":\"/path\"}")
        .path("token")
        .asText();
    assertThat(code(token, GET_PATH + "\"key\":\"app-4711\",")).isEqualTo("valid");
    assertThat(code(token, GET_PATH.replace("}", ",\"key\":\"old\"}"))).isEqualTo("valid");
    assertThat(code(token, GET_PATH + "\"key\":\"main\",")).isEqualTo("UNKNOWN_KEY");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "key":"nobody",                                           | unknown-key    | no Sunbird credential
          "key":"main","context":{"key":"main"},                    | context-twice  | inside of context
          "context":{"method":"GET"},                               | half-a-request | url is missing
          "context":{"url":"/","method":"G T"},                     | wrong-request  | a method is a word
          "context":{"uri":"/"},                                    | unknown-member | did you mean url?
          "method":"GET",                                           | unknown-member | "method"
          "profile":"legacy",                                       | unknown-member | "profile"
          """)
  void aRequestThatIsWrongIsToldSo(String members, String code, String part) {
    Answer answer =
        server.post("/api/v1/verify", "{\"platform\":\"sunbird\"," + members + "\"token\":\"x\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "Authorization: Bearer "})
  void aWholeHeaderInPlaceOfTheTokenIsToldSo(String before) {
    String token = before + server.minted("{}").path("token").asText();
    for (String body : new String[] {
      "{\"platform\":\"sunbird\",\"token\":\"" + token + "\"}", "{\"token\":\"" + token + "\"}"
    }) {
      String path = body.contains("platform") ? "/api/v1/verify" : "/api/v1/inspect";
      Answer answer = server.post(path, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("code").asText()).isEqualTo("wrong-token");
      assertThat(answer.json().path("detail").asText()).contains("the JWT alone");
      assertThat(answer.body()).doesNotContain(token.substring(20));
    }
  }

  @Test
  void forgeriesAreRefusedWithTheirReason() {
    String payload = "{\"iss\":\"" + KEY + "\"}";
    assertThat(code(text("{\"alg\":\"none\"}", payload, ""), GET_PATH))
        .isEqualTo("ALG_NOT_ALLOWED");
    assertThat(code(text("{\"alg\":\"HS384\"}", payload, "AAAA"), GET_PATH))
        .isIn("ALG_MISMATCH", "MALFORMED");
    assertThat(code(text("{\"alg\":\"HS256\"}", payload, "A".repeat(43)), GET_PATH))
        .isEqualTo("BAD_SIGNATURE");
    assertThat(code(
            text("{\"alg\":\"HS256\"}", "{\"iss\":\"x\",\"iss\":\"y\"}", "A".repeat(43)), GET_PATH))
        .isEqualTo("DUPLICATE_MEMBER");
    assertThat(
            code(text("{\"alg\":\"HS256\"}", "{\"iss\":\"../../data\"}", "A".repeat(43)), GET_PATH))
        .isEqualTo("UNKNOWN_KEY");
    assertThat(code(
            text("{\"alg\":\"HS256\"}", "{\"iss\":[\"" + KEY + "\"]}", "A".repeat(43)), GET_PATH))
        .isEqualTo("KEY_CLAIM_INVALID");
    assertThat(code(
            text(
                "{\"alg\":\"HS256\"}",
                "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
                "A".repeat(43)),
            GET_PATH))
        .isEqualTo("MALFORMED");
    assertThat(code("a.".repeat(100_000), GET_PATH)).isEqualTo("TOO_LARGE");
    assertThat(code("", GET_PATH)).isEqualTo("MALFORMED");
  }

  /** The public key as an HMAC secret, the oldest trick there is. */
  @Test
  void aPublicKeyIsNoSecret() {
    SigningKey confused = SigningKey.hmac(
        Algorithm.HS256, Secret.ofText(SunbirdKeys.publicPem(server.pair("rsa-key"))));
    String token = Jwt.of(JsonObject.builder().put("iss", "rsa-key").build()).signedBy(confused);
    assertThat(code(token, GET_PATH)).isEqualTo("ALG_MISMATCH");
  }

  @Test
  void strangersLearnOneWordAndTheOperatorTheExactReason() throws IOException {
    String request =
        "{\"platform\":\"sunbird\",\"token\":\"x.y.z\"," + GET_PATH + "\"lenient\":false}";
    assertThat(server.post("/api/v1/verify", request).body())
        .isEqualTo("{\"valid\":false,\"reason\":\"invalid\"}");
    assertThat(code("x.y.z", GET_PATH)).isEqualTo("MALFORMED");
  }

  @Test
  void inspectSaysThatAJwtMayBeSunbirdsAndShowsAllOfIt() {
    String token =
        server.minted("{\"claims\":{\"n\":9007199254740993}}").path("token").asText();
    JsonNode seen = inspect(token);
    assertThat(seen.path("platform").asText()).isEqualTo("sunbird");
    assertThat(seen.path("certain").asBoolean(true)).isFalse();
    assertThat(seen.path("verified").asBoolean(true)).isFalse();
    assertThat(seen.at("/claims/iss").asText()).isEqualTo(KEY);
    assertThat(seen.at("/expiresAt").asText()).endsWith("Z");
    assertThat(seen.at("/header/alg").asText()).isEqualTo("HS256");
    assertThat(seen.at("/claims/n").asLong()).isEqualTo(9007199254740993L);
    assertThat(inspect(text("{\"alg\":\"HS256\"}", "{\"sub\":\"x\"}", "A".repeat(43)))
            .toString())
        .isEqualTo("{\"recognised\":false}");
  }

  private static String text(String header, String payload, String signature) {
    return encoded(header) + "." + encoded(payload) + "." + signature;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(String token, String members) {
    JsonNode answer = server.verified(token, members);
    return answer.path("valid").asBoolean() ? "valid" : answer.path("code").asText();
  }

  private static JsonNode inspect(String token) {
    return server.post("/api/v1/inspect", "{\"token\":\"" + token + "\"}").json();
  }
}
