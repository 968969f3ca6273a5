package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdOperator.CONSUMERS;
import static dev.jeton.server.sunbird.SunbirdOperator.CREDENTIALS;
import static dev.jeton.server.sunbird.SunbirdOperator.GROUPS;
import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.jeton.server.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may and may not do with groups, consumers and credentials. */
class SunbirdAdminIT {
  @TempDir
  static Path folder;

  private static RunningServer server;
  private static SunbirdOperator operator;

  @BeforeAll
  static void start() throws Exception {
    SunbirdServer.secret(
        folder.resolve("jeton.yaml"),
        "sunbird:\n  credentials:\n    of-file: {key: %s, secret: %s}\n".formatted(KEY, SECRET));
    server = RunningServer.start(folder, Map.of());
    operator = new SunbirdOperator(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsUsedIsNeitherDeletedNorRenamed() {
    operator.made(GROUPS, "{\"code\":\"used\"}");
    operator.made(CONSUMERS, "{\"username\":\"user\",\"groups\":[\"used\"]}");
    operator.made(CREDENTIALS, "{\"name\":\"using\",\"consumer\":\"user\"}");
    operator.refused(operator.send("DELETE", GROUPS + "/used", ""), 409, "in-use", "consumer user");
    operator.refused(
        operator.send("DELETE", CONSUMERS + "/user", ""), 409, "in-use", "credential using");
    operator.refused(
        operator.send("PATCH", GROUPS + "/used", "{\"code\":\"other\"}"), 409, "in-use", "user");
    operator.refused(
        operator.send("PATCH", CONSUMERS + "/user", "{\"username\":\"other\"}"),
        409,
        "in-use",
        "using");
    for (String path : List.of(CREDENTIALS + "/using", CONSUMERS + "/user", GROUPS + "/used")) {
      assertThat(operator.send("DELETE", path, "").status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          groups      | {"code":"a b"}                                | wrong-member     | code must be
          groups      | {"code":"a,b"}                                | wrong-member     | or a comma
          groups      | {"title":"x"}                                 | missing-member   | code is missing
          consumers   | {"username":"two words"}                      | wrong-member     | without a space
          consumers   | {"username":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"} | wrong-member | no UUID
          consumers   | {"username":"c","groups":["nobodys"]}         | unknown-group    | make it first
          consumers   | {"username":"c","group":"x"}                  | unknown-member   | did you mean groups
          credentials | {"consumer":"nobody"}                         | unknown-consumer | make it first
          credentials | {"secret":"e71829c351aa4242c2719cbfbe671c09"} | published-secret | published
          credentials | {"secret":""}                                 | empty-secret     | is empty
          credentials | {"algorithm":"ES256"}                         | private-key-needed | publicKey
          credentials | {"name":"of-file","key":"new"}                | taken            | of-file
          credentials | {"name":"OF-FILE","key":"new"}                | taken            | of-file
          """)
  void whatIsWrongIsToldAndChangesNothing(String what, String body, String code, String part) {
    int before = operator.get("/api/v1/sunbird/" + what).path("total").asInt();
    int status = code.equals("taken") ? 409 : 400;
    operator.refused(operator.post("/api/v1/sunbird/" + what, body), status, code, part);
    assertThat(operator.get("/api/v1/sunbird/" + what).path("total").asInt()).isEqualTo(before);
  }

  @Test
  void aConsumerThatIsSwitchedOffMintsAndVerifiesNothing() {
    operator.made(CONSUMERS, "{\"username\":\"switched\"}");
    operator.made(CREDENTIALS, "{\"name\":\"of-switched\",\"consumer\":\"switched\"}");
    String token = operator.minted("of-switched");
    operator.done("PATCH", CONSUMERS + "/switched", "{\"enabled\":false}");
    operator.refused(operator.mint("of-switched"), 409, "owner-disabled", "switched off");
    assertThat(operator.verdict(token)).isEqualTo("OWNER_DISABLED");
    assertThat(operator.get(CREDENTIALS + "/of-switched").path("warnings").toString())
        .contains("consumer is switched off");
    operator.done("PATCH", CONSUMERS + "/switched", "{\"enabled\":true}");
    assertThat(operator.verdict(token)).isEqualTo("valid");
  }

  @Test
  void aGroupThatIsTakenAwayIsGoneWithTheNextCall() {
    operator.made(GROUPS, "{\"code\":\"g1\"}");
    operator.made(CONSUMERS, "{\"username\":\"c1\",\"groups\":[\"g1\"]}");
    operator.made(CREDENTIALS, "{\"name\":\"of-c1\",\"consumer\":\"c1\"}");
    String token = operator.minted("of-c1");
    assertThat(operator.verified(token).path("groups").toString()).isEqualTo("[\"g1\"]");
    operator.done("PATCH", CONSUMERS + "/c1", "{\"groups\":[]}");
    assertThat(operator.verified(token).path("groups").toString()).isEqualTo("[]");
  }

  @Test
  void aSecretThatIsOffOrRevokedNeitherMintsNorVerifies() throws Exception {
    JsonNode made = operator.made(CREDENTIALS, "{\"name\":\"off\"}");
    String secret = CREDENTIALS + "/off/secrets/" + made.at("/secrets/0/id").asText();
    String token = operator.minted("off");
    operator.done("POST", secret + "/disable", "{}");
    operator.refused(operator.mint("off"), 409, "key-disabled", "enable it");
    assertThat(operator.verdict(token)).isEqualTo("KEY_DISABLED");
    operator.done("POST", secret + "/enable", "{}");
    assertThat(operator.verdict(token)).isEqualTo("valid");
    operator.done("POST", secret + "/revoke", "{}");
    operator.refused(operator.mint("off"), 409, "key-ended", "rotate it");
    assertThat(operator.verdict(token)).isEqualTo("KEY_ENDED");
    assertThat(Files.readString(folder.resolve("data/audit/000001.jsonl")))
        .contains("\"event\":\"sunbird-credential-revoke\"");
    operator.done("POST", CREDENTIALS + "/off/rotate", "{}");
    assertThat(operator
            .done("POST", CREDENTIALS + "/off/rotate", "{}")
            .path("warnings")
            .toString())
        .contains("verifies until somebody retires it");
    assertThat(operator.verdict(operator.minted("off"))).isEqualTo("valid");
  }

  @Test
  void aPublicKeyStandsInThePlaceOfASecret() throws Exception {
    String pem = JsonNodeFactory.instance
        .textNode(SunbirdKeys.publicPem(SunbirdKeys.pair("RSA")))
        .toString();
    String body = "{\"name\":\"seen\",\"algorithm\":\"RS256\",\"publicKey\":" + pem;
    operator.refused(
        operator.post(CREDENTIALS, body + ",\"secret\":\"" + SECRET + "\"}"), 400, "no-secret", "");
    JsonNode made = operator.made(CREDENTIALS, body + "}");
    assertThat(made.has("secret")).isFalse();
    assertThat(made.path("secrets")).isEmpty();
    operator.refused(operator.mint("seen"), 400, "verifies-only", "nothing can sign");
    operator.refused(operator.post(CREDENTIALS + "/seen/rotate", "{}"), 400, "no-secret", "secret");
    operator.made(CREDENTIALS, "{\"name\":\"with-secret\"}");
    operator.refused(
        operator.send(
            "PATCH",
            CREDENTIALS + "/with-secret",
            "{\"algorithm\":\"RS256\",\"publicKey\":" + pem + "}"),
        409,
        "has-secret",
        "revoke");
    operator.refused(
        operator.send("PATCH", CREDENTIALS + "/with-secret", "{\"algorithm\":\"ES256\"}"),
        400,
        "wrong-secret",
        "PEM");
  }

  @Test
  void whatTheFileNamesIsShownAndNotChanged() {
    JsonNode shown = operator.get(CREDENTIALS + "/" + KEY);
    assertThat(shown.path("managedBy").asText()).isEqualTo("file");
    assertThat(shown.toString()).doesNotContain(SECRET);
    operator.refused(
        operator.send("PATCH", CREDENTIALS + "/of-file", "{\"notes\":\"x\"}"),
        409,
        "managed-by-file",
        "jeton.yaml");
    assertThat(operator.verdict(operator.minted("of-file"))).isEqualTo("valid");
  }

  @Test
  void appliedTwiceTheSameResourcesChangeNothing() {
    String yaml = """
        resources:
          - {kind: sunbird-group, code: applied}
          - {kind: sunbird-consumer, username: applied, groups: [applied]}
          - {kind: sunbird-credential, name: applied, consumer: applied, secret: "${env:S}"}
        """;
    String body = "{\"yaml\":" + JsonNodeFactory.instance.textNode(yaml)
        + ",\"values\":{\"env:S\":\"Vb8Kq2Lw5Zt0Xr7M" + "c3Nf9Hd4Js6Gy1Pa\"},\"dryRun\":false}";
    assertThat(operator.done("POST", "/api/v1/apply", body).findValuesAsText("act"))
        .containsExactly("create", "create", "create");
    assertThat(operator.done("POST", "/api/v1/apply", body).findValuesAsText("act"))
        .containsExactly("unchanged", "unchanged", "unchanged");
    assertThat(operator.verified(operator.minted("applied")).path("groups").toString())
        .isEqualTo("[\"applied\"]");
  }
}
