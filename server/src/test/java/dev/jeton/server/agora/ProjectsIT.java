package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agora projects as an operator administers them, beside one of the settings. */
class ProjectsIT {
  private static final String FIXED = "c1b2c3d4e5f60718293a4b5c6d7e8f92";

  private static RunningServer server;
  private static ProjectClient client;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(
        Files.createTempDirectory("jeton-projects"),
        Map.of("AGORA_APP_ID", FIXED, "AGORA_APP_CERTIFICATE", "3f1e2d3c4b5a69788796a5b4c3d2e1f3"));
    client = new ProjectClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void onlyTheOperatorAdministers() {
    assertThat(server.get("/api/v1/agora/projects").status()).isEqualTo(401);
    assertThat(server.post("/api/v1/agora/projects", "{\"name\":\"x\"}").status())
        .isEqualTo(401);
  }

  @Test
  void theProjectOfTheSettingsIsShownAndStaysAsItIs() {
    JsonNode fixed = client.get("/default").json();
    assertThat(fixed.path("managedBy").asText()).isEqualTo("file");
    assertThat(fixed.path("appId").asText()).isEqualTo(FIXED);
    assertThat(ProjectClient.keyId(fixed, "active")).isEqualTo("primary");
    assertThat(client
            .patch("/default", "{\"maxTtlSeconds\":60}")
            .json()
            .path("code")
            .asText())
        .isEqualTo("managed-by-file");
    assertThat(client
            .post("", "{\"name\":\"twin\",\"appId\":\"" + FIXED + "\"}")
            .json()
            .path("code"))
        .hasToString("\"taken\"");
  }

  @Test
  void projectsAreListedSearchedChangedAndDeleted() {
    client.post("", "{\"name\":\"list-a\"}");
    Answer created = client.post("", "{\"name\":\"list-b\"}");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    JsonNode found = client.get("?search=LIST-&limit=1").json();
    assertThat(found.path("total").asInt()).isEqualTo(2);
    assertThat(found.path("items").get(0).path("name").asText()).isEqualTo("list-a");
    assertThat(client.get("?search=list-&after=" + found.path("next").asText()).body())
        .contains("list-b")
        .doesNotContain("list-a");

    String body = "{\"name\":\"list-c\",\"allow\":[\"any-user\"]}";
    Answer changed = client.patch("/list-b", body, "If-Match", "\"1\"");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    Answer stale = client.patch("/list-c", body, "If-Match", "\"1\"");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("code").asText()).isEqualTo("stale");
    assertThat(stale.json().path("detail").asText()).startsWith("operator changed it at");

    assertThat(client.delete("/list-c").status()).isEqualTo(204);
    assertThat(
            client.mint("{\"project\":\"list-c\",\"channel\":\"c\",\"uid\":1}").status())
        .isEqualTo(404);
  }

  @Test
  void whatAProjectAllowsHoldsAtOnceForTheApiAndTheDoors() {
    client.post("", "{\"name\":\"short\",\"defaultTtlSeconds\":60,\"maxTtlSeconds\":600}");
    JsonNode usual = mint("short", "");
    assertThat(lifetime(usual)).isEqualTo(60);
    assertThat(lifetime(mint("short", ",\"ttlSeconds\":600"))).isEqualTo(600);
    JsonNode tooLong = mint("short", ",\"ttlSeconds\":601");
    assertThat(tooLong.path("detail").asText()).contains("from 1 to 600");
    JsonNode privilege = client
        .mint("{\"project\":\"short\",\"channel\":\"c\",\"uid\":1,\"privileges\":{\"join\":601}}")
        .json();
    assertThat(privilege.path("status").asInt()).isEqualTo(400);

    Answer cut = server.get("/rtc/c/publisher/uid/1/?expiry=7200&project=short");
    assertThat(cut.header("Jeton-Expiry-Clamped-To")).isEqualTo("600");
    assertThat(server.get("/rtc/c/publisher/uid/0/?project=short").status()).isEqualTo(403);
    client.patch("/short", "{\"allow\":[\"any-user\"]}");
    assertThat(server.get("/rtc/c/publisher/uid/0/?project=short").status()).isEqualTo(200);
  }

  @Test
  void whoNamesNoProjectGetsTheMarkedOne() {
    client.post("", "{\"name\":\"marked\",\"default\":true}");
    assertThat(mintedFor()).isEqualTo("marked");
    client.patch("/marked", "{\"default\":false}");
    assertThat(mintedFor()).isEqualTo("default");
  }

  @Test
  void noProjectIsNotFoundWhateverIsAskedOfIt() {
    for (Answer answer : List.of(
        client.get("/nobody"), client.post("/nobody/temporary-token", "{\"channel\":\"c\"}"))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("code").asText()).isEqualTo("not-found");
    }
  }

  @Test
  void aProjectForTestingMintsNothingUntilItsCertificateIsEnabled() {
    JsonNode made =
        client.post("", "{\"name\":\"trial\",\"authentication\":\"testing\"}").json();
    assertThat(made.path("authentication").asText()).isEqualTo("app-id");
    assertThat(made.path("warnings")).hasSize(2);
    String appId = made.path("appId").asText();
    JsonNode refused = mint("trial", "");
    assertThat(refused.path("status").asInt()).isEqualTo(409);
    assertThat(refused.path("code").asText()).isEqualTo("key-disabled");
    assertThat(server.get("/rtc/c/publisher/uid/1/?project=trial").status()).isEqualTo(409);

    JsonNode bare = client.verdictWithoutToken(appId);
    assertThat(bare.path("valid").asBoolean()).isTrue();
    assertThat(bare.path("unchecked")).hasSize(3);
    assertThat(code("trial", mint("default", "").path("token").asText())).isEqualTo("KEY_DISABLED");

    String key = ProjectClient.keyId(made, "active");
    client.post("/trial/certificates/" + key + "/enable", "{}");
    String token = mint("trial", "").path("token").asText();
    assertThat(code("trial", token)).isEmpty();
    assertThat(client.get("/trial").json().path("use").path("withoutToken").asInt())
        .isEqualTo(1);

    client.patch("/trial", "{\"authentication\":\"secure\"}");
    JsonNode required = client.verdictWithoutToken(appId);
    assertThat(required.path("reason").asText()).isEqualTo("invalid");
    assertThat(required.path("code").asText()).isEqualTo("TOKEN_REQUIRED");
    assertThat(client.get("/trial").json().has("warnings")).isFalse();
  }

  @Test
  void aTemporaryTokenLetsAnybodyIntoOneChannelForADay() {
    client.post("", "{\"name\":\"temporary\"}");
    String path = "/temporary/temporary-token";
    Answer answer = client.post(path, "{\"channel\":\"lobby\"}", "Idempotency-Key", "once");
    JsonNode minted = answer.json();
    assertThat(lifetime(minted)).isEqualTo(86_400);
    assertThat(answer.header("Jeton-Expires-At"))
        .isEqualTo(minted.path("expiresAt").asText());
    assertThat(client.verdict(minted.path("token").asText()).path("valid").asBoolean())
        .isTrue();
    Answer again = client.post(path, "{\"channel\":\"lobby\"}", "Idempotency-Key", "once");
    assertThat(again.json().path("token")).isEqualTo(minted.path("token"));
    Answer other = client.post(
        "/default/temporary-token", "{\"channel\":\"lobby\"}", "Idempotency-Key", "once");
    assertThat(other.status()).isEqualTo(422);
    assertThat(client.post(path, "{\"channel\":\"*\"}").status()).isEqualTo(400);
    assertThat(client.post("/nobody/temporary-token", "{\"channel\":\"c\"}").status())
        .isEqualTo(404);
    assertThat(
            server.post("/api/v1/agora/projects" + path, "{\"channel\":\"c\"}").status())
        .isEqualTo(401);
  }

  @Test
  void appliedTwiceNothingChangesAndTheAppIdStays() {
    String body = "{\"yaml\":\"resources:\\n- kind: agora-project\\n  name: applied\\n"
        + "  maxTtlSeconds: 600\\n\"}";
    assertThat(change(body).path("act").asText()).isEqualTo("create");
    String appId = client.get("/applied").json().path("appId").asText();
    assertThat(change(body).path("act").asText()).isEqualTo("unchanged");
    assertThat(client.get("/applied").json().path("appId").asText()).isEqualTo(appId);
  }

  private static JsonNode change(String body) {
    return client.elsewhere("/api/v1/apply", body).json().path("changes").path(0);
  }

  private static JsonNode mint(String project, String more) {
    return client
        .mint("{\"project\":\"" + project + "\",\"channel\":\"c\",\"uid\":1,"
            + "\"role\":\"publisher\"" + more + "}")
        .json();
  }

  private static String mintedFor() {
    return client
        .mint("{\"channel\":\"c\",\"uid\":1,\"role\":\"publisher\"}")
        .json()
        .path("project")
        .asText();
  }

  private static String code(String project, String token) {
    return client
        .elsewhere(
            "/api/v1/verify",
            "{\"platform\":\"agora\",\"project\":\"%s\",\"token\":\"%s\",\"channel\":\"c\",\"uid\":1}"
                .formatted(project, token))
        .json()
        .path("code")
        .asText();
  }

  private static long lifetime(JsonNode minted) {
    return Duration.between(
            Instant.parse(minted.path("issuedAt").asText()),
            Instant.parse(minted.path("expiresAt").asText()))
        .toSeconds();
  }
}
