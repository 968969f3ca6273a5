package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** jsonwebtoken, jose and atlassian-jwt on the other side of the API. */
class SunbirdNpmIT {
  private static final String URL =
      "https://api.example/api/content/v1/read/do_1?fields=b,a&x=%C3%A9+";

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
  @CsvSource({"main,HS256", "rsa-key,RS256", "ec-key,ES256", "ed-key,Ed25519"})
  void theyVerifyWhatIsMinted(String key, String algorithm) throws Exception {
    JsonNode minted =
        server.minted("{\"key\":\"%s\",\"method\":\"GET\",\"url\":\"%s\",\"contextPath\":\"/api\","
                .formatted(key, URL)
            + "\"api\":\"api.content.read\",\"claims\":{\"a\":{\"b\":[1.5,true,\"\u00e9\"]}}}");
    Map<String, Object> question = new HashMap<>(Map.of(
        "op",
        "verify",
        "token",
        minted.path("token").asText(),
        "alg",
        algorithm,
        "now",
        Instant.now().getEpochSecond()));
    question.putAll(checkingKey(key));
    JsonNode seen = ask(question);
    JsonNode claims = SunbirdServer.claims(minted.path("token").asText());
    assertThat(seen.at("/jose/claims")).isEqualTo(claims);
    if (!algorithm.equals("Ed25519")) {
      assertThat(seen.at("/jsonwebtoken/claims")).isEqualTo(claims);
    }
    JsonNode qsh = ask(Map.of("op", "qsh", "method", "GET", "url", URL, "contextPath", "/api"));
    assertThat(qsh.path("qsh")).isEqualTo(minted.path("qsh"));
  }

  @ParameterizedTest
  @CsvSource({
    "jsonwebtoken,main,HS256",
    "jose,main,HS256",
    "jsonwebtoken,rsa-key,RS256",
    "jose,rsa-key,RS256",
    "jsonwebtoken,ec-key,ES256",
    "jose,ec-key,ES256",
    "jose,ed-key,Ed25519",
    "jose,ed-key,EdDSA",
  })
  void whatTheySignVerifies(String by, String key, String algorithm) throws Exception {
    JsonNode qsh = ask(Map.of("op", "qsh", "method", "GET", "url", "/content?b=2&a=1"));
    long now = Instant.now().getEpochSecond();
    Map<String, Object> question = new HashMap<>(Map.of(
        "op",
        "sign",
        "by",
        by,
        "header",
        Map.of("alg", algorithm, "typ", "JWT"),
        "claims",
        Map.of(
            "iss",
            key.equals("main") ? KEY : key,
            "iat",
            now,
            "exp",
            now + 10,
            "qsh",
            qsh.path("qsh").asText(),
            "params",
            Map.of("did", "d-1"))));
    question.putAll(signingKey(key));
    String token = ask(question).path("token").asText();
    JsonNode verified = server.verified(
        token, "\"context\":{\"method\":\"GET\",\"url\":\"https://api.example/content?a=1&b=2\"},");
    assertThat(verified.path("valid").asBoolean()).as(verified.toString()).isTrue();
    assertThat(verified.at("/claims/params/did").asText()).isEqualTo("d-1");
  }

  @Test
  void theyRefuseWhatIsMintedUnderAnotherSecret() throws Exception {
    JsonNode seen = ask(Map.of(
        "op", "verify",
        "token", server.minted("{}").path("token").asText(),
        "alg", "HS256",
        "now", Instant.now().getEpochSecond(),
        "secret", SECRET.toLowerCase(java.util.Locale.ROOT)));
    assertThat(seen.at("/jose/error").asText()).isNotEmpty();
    assertThat(seen.at("/jsonwebtoken/error").asText()).isEqualTo("invalid signature");
  }

  private static Map<String, String> checkingKey(String key) {
    return key.equals("main")
        ? Map.of("secret", SECRET)
        : Map.of("publicKey", SunbirdKeys.publicPem(server.pair(key)));
  }

  private static Map<String, String> signingKey(String key) {
    return key.equals("main")
        ? Map.of("secret", SECRET)
        : Map.of("privateKey", SunbirdKeys.privatePem(server.pair(key)));
  }

  private static JsonNode ask(Map<String, ?> question) throws Exception {
    return NodeProcess.ask("sunbird.js", question);
  }
}
