package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies as operators administer and try them, on the built server. */
@TestMethodOrder(OrderAnnotation.class)
class PoliciesIT {
  private static final String POLICIES = "/api/v1/policies";
  private static final String LEAST =
      "`platforms`:[`agora`],`projects`:[`*`],`when`:`role == 'subscriber'`";

  @TempDir
  static Path folder;

  private static RunningServer server;
  private static Path classes;

  @BeforeAll
  static void start() {
    classes = folder.resolve("classes.log");
    server = RunningServer.start(
        folder, Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load=info:file=" + classes));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void aServerWithoutPoliciesDoesNotLoadTheirLanguage() throws Exception {
    server.get(POLICIES, proof());
    server.post("/rtctoken", "{\"channel\":\"lobby\"}");
    assertThat(Files.readString(classes)).contains("dev.jeton.server").doesNotContain("dev.cel.");
    made("first", LEAST);
    assertThat(Files.readString(classes)).contains("dev.cel.");
  }

  @Test
  void aPolicyIsKeptShownChangedAndDeleted() throws Exception {
    JsonNode made = made("kept", LEAST + ",`maxTtlSeconds`:600");
    assertThat(made.path("maxTtlSeconds").asInt()).isEqualTo(600);
    assertThat(made.path("powers").size()).isZero();
    assertThat(send("PATCH", POLICIES + "/KEPT", "{`maxTtlSeconds`:null,`explain`:true}")
            .json()
            .path("explain")
            .asBoolean())
        .isTrue();
    assertThat(server.get(POLICIES + "/kept", proof()).json().has("maxTtlSeconds"))
        .isFalse();
    assertThat(send("DELETE", POLICIES + "/kept", "").status()).isEqualTo(204);
    assertThat(server.get(POLICIES + "/kept", proof()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`when`:`rol == 'a'`|wrong-condition|when, line 1, column 1: rol is not known here",
        "`when`:`ttl == 'a'`|wrong-condition|when, line 1, column 5: == does not take (int, string)",
        "`when`:`user.matches('(')`|wrong-condition|when, line 1, column 14: this regular expression",
        "`when`:`role =`|wrong-condition|when, line 1, column",
        "`when`:null|missing-member|when is missing",
        "`readyMade`:`listen-only`|when-and-ready-made|not both",
        "`powers`:[`any-chanel`]|unknown-power|did you mean any-channel"
      })
  void whatCannotBeUsedIsRefusedAndChangesNothing(String members, String code, String part)
      throws Exception {
    String name = "wrong-" + code + members.length();
    Answer refused = send(
        "POST",
        POLICIES,
        "{`name`:`" + name + "`,`platforms`:[`agora`],`projects`:[`*`],"
            + (members.contains("`when`") ? "" : "`when`:`true`,") + members + "}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.json().path("code").asText()).isEqualTo(code);
    assertThat(refused.json().path("detail").asText()).contains(part);
    assertThat(server.get(POLICIES + "/" + name, proof()).status()).isEqualTo(404);
  }

  @Test
  void everyReadyMadePolicyCanBeTaken() throws Exception {
    JsonNode items = server.get(POLICIES + "/ready-made", proof()).json().path("items");
    Set<String> platforms = new HashSet<>();
    for (JsonNode one : items) {
      String name = one.path("name").asText();
      String more = one.path("platforms").isEmpty() ? ",`platforms`:[`agora`]" : "";
      JsonNode made = made("my-" + name, "`readyMade`:`" + name + "`,`projects`:[`*`]" + more);
      assertThat(made.path("condition").asText()).isEqualTo(one.path("when").asText());
      assertThat(made.path("powers")).isEqualTo(one.path("powers"));
      one.path("platforms").forEach(platform -> platforms.add(platform.asText()));
    }
    assertThat(platforms).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aTestSaysWhatSomebodyWouldGetAndWhy() throws Exception {
    made("listen", LEAST);
    made("speak", "`readyMade`:`own-user`,`platforms`:[`agora`],`projects`:[`*`]");
    String request =
        "`request`:{`platform`:`agora`,`kind`:`rtc`,`project`:`p`,`channel`:`c`,`user`:`ann`,"
            + "`role`:`publisher`}";
    JsonNode refused =
        tested("{`policies`:[`listen`,`speak`],`as`:{`claims`:{`sub`:`bob`}}," + request + "}");
    assertThat(refused.path("allowed").asBoolean()).isFalse();
    assertThat(refused.path("why").path(0).path("reason").asText())
        .isEqualTo("its condition does not hold");
    assertThat(refused.path("why").path(1).path("reason").asText())
        .isEqualTo("the user is not the caller's own");
    JsonNode allowed =
        tested("{`policies`:[`listen`,`speak`],`as`:{`claims`:{`sub`:`ann`}}," + request + "}");
    assertThat(allowed.path("by").asText()).isEqualTo("speak");
    assertThat(send("POST", POLICIES + "/test", "{`caller`:`nobody`," + request + "}")
            .json()
            .path("code")
            .asText())
        .isEqualTo("unknown-caller");
  }

  @Test
  void aTestFindsThePowersThatMintingWouldFind() throws Exception {
    made("any", "`platforms`:[`agora`,`hub`,`sunbird`],`projects`:[`*`],`when`:`true`");
    for (String request : new String[] {
      "`platform`:`agora`,`kind`:`rtc`,`channel`:`*`,`user`:`u`| any-channel",
      "`platform`:`agora`,`kind`:`rtc`,`channel`:`c`| any-user",
      "`platform`:`agora`,`kind`:`rtm`,`user`:`*`| any-user",
      "`platform`:`agora`,`kind`:`chat`| app-token",
      "`platform`:`agora`,`kind`:`stt`,`services`:[`stt`]| app-token",
      "`platform`:`agora`,`kind`:`rtm2`,`user`:`u`| free-permissions",
      "`platform`:`hub`,`ttlSeconds`:0| no-expiry",
      "`platform`:`sunbird`| any-request",
      "`platform`:`sunbird`,`to`:`/a`,`claims`:{`a`:1}| free-claims"
    }) {
      String[] parts = request.split("\\|", -1);
      JsonNode answer = tested("{`policies`:[`any`],`request`:{" + parts[0] + "}}");
      assertThat(answer.path("allowed").asBoolean()).as(request).isFalse();
      assertThat(answer.at("/why/0/reason").asText()).as(request).contains("power" + parts[1]);
    }
    assertThat(tested("{`policies`:[`any`],`request`:{`platform`:`agora`,`kind`:`stt`,"
                + "`services`:[`rtc`,`stt`]}}")
            .path("allowed")
            .asBoolean())
        .isTrue();
  }

  @Test
  void aTestOfACallerWhoseProofWouldNotCountSaysSo() throws Exception {
    made("all", "`platforms`:[`agora`],`projects`:[`*`],`when`:`true`");
    String request = "`request`:{`platform`:`agora`,`kind`:`rtm`,`user`:`u`}";
    String callers = "/api/v1/callers";
    send("POST", callers, "{`name`:`off`,`enabled`:false,`policies`:[`all`]}");
    send("POST", callers, "{`name`:`net`,`networks`:[`192.0.2.0/24`],`policies`:[`all`]}");
    JsonNode off = tested("{`caller`:`off`," + request + "}");
    assertThat(off.path("allowed").asBoolean()).isFalse();
    assertThat(off.path("objection").asText()).isEqualTo("the caller is switched off");
    JsonNode elsewhere = tested("{`caller`:`net`,`as`:{`network`:`198.51.100.7`}," + request + "}");
    assertThat(elsewhere.path("allowed").asBoolean()).isFalse();
    assertThat(elsewhere.path("objection").asText())
        .isEqualTo("the caller's networks do not hold that address");
    assertThat(tested("{`caller`:`net`,`as`:{`network`:`192.0.2.7`}," + request + "}")
            .path("by")
            .asText())
        .isEqualTo("all");
  }

  @Test
  void policiesAreForOperators() {
    assertThat(server.get(POLICIES).status()).isEqualTo(401);
    assertThat(server.post(POLICIES + "/test", "{}").status()).isEqualTo(401);
    assertThat(server.get(POLICIES + "/ready-made").status()).isEqualTo(401);
  }

  private static JsonNode tested(String body) throws IOException {
    Answer answer = send("POST", POLICIES + "/test", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode made(String name, String members) throws IOException {
    Answer answer = send("POST", POLICIES, "{`name`:`" + name + "`," + members + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  /** ` is a quote. */
  private static Answer send(String method, String path, String body) throws IOException {
    String json = body.replace('`', '"');
    return server.send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)),
        proof());
  }

  private static String[] proof() {
    try {
      return new String[] {"Authorization", "Bearer " + server.adminToken()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
