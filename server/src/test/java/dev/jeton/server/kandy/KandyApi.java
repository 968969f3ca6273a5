package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.audit.PersonRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built server with three realms, and a client of its API. */
final class KandyApi implements AutoCloseable {
  static final String MINT = "/api/v1/tokens/kandy";
  static final String REDEEM = MINT + "/redeem";
  static final String VERIFY = "/api/v1/verify";
  static final String PREVIOUS_KEY = "Dv5GtY8bNq2WzK7x" + "Ms4RjP9cLh3FeU6a";
  static final String OPEN_KEY = "Ew8RtN3yUk6PsV9m" + "Bq2XhZ5jCg7LdA4f";
  static final String CONFIG = """
      kandy:
        unrestricted: [lobby@example.com, "*@open.example.com"]
        realms:
          cbc:
            security-key: %s
            security-key-previous: %s
            security-key-previous-until: 2099-01-01T00:00:00Z
            to: [help@example.com]
            from: [anonymous@invalid.com, alice@example.com]
            account: [service@example.com, "line-*@example.com"]
            default: true
          ecb:
            security-key: %s
            cipher: ecb
            to: [help@example.com]
          open:
            security-key: %s
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningServer server;

  private KandyApi(RunningServer server) {
    this.server = server;
  }

  static KandyApi start() throws IOException {
    Path folder = Files.createTempDirectory("jeton-server");
    Path config = Files.writeString(
        folder.resolve("jeton.yaml"),
        CONFIG.formatted(Realms.CBC_KEY, PREVIOUS_KEY, Realms.ECB_KEY, OPEN_KEY));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    return new KandyApi(RunningServer.start(folder, Map.of()));
  }

  Answer post(String path, String body, String... headers) {
    return server.post(path, body, headers);
  }

  JsonNode minted(String body) {
    Answer answer = server.post(MINT, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** A set as another issuer makes it: one time and one IV for all three. */
  static JsonNode nodes(String cipher, String key, String realm, long time) throws Exception {
    return nodes(
        cipher,
        key,
        realm,
        time,
        "help@example.com",
        "sip:anonymous@invalid.com",
        "sip:help@example.com");
  }

  static JsonNode nodes(
      String cipher, String key, String realm, long time, String account, String from, String to)
      throws Exception {
    try (NodeProcess node = NodeProcess.start(NodeProcess.LIBRARY, "kandy.js")) {
      List<String> sealed = new ArrayList<>();
      for (String identity : List.of(account, from, to)) {
        sealed.add(node.ask(Map.of(
                "op",
                "seal",
                "cipher",
                cipher,
                "key",
                key,
                "identity",
                identity,
                "timestamp",
                time,
                "iv",
                "abcdEFGH01234567"))
            .path("token")
            .asText());
      }
      return JSON.createObjectNode()
          .put("realm", realm)
          .put("accountToken", sealed.get(0))
          .put("fromToken", sealed.get(1))
          .put("toToken", sealed.get(2));
    }
  }

  static JsonNode set(String realm, JsonNode account, JsonNode from, JsonNode to) {
    return JSON.createObjectNode()
        .put("realm", realm)
        .put("accountToken", account.path("accountToken").asText())
        .put("fromToken", from.path("fromToken").asText())
        .put("toToken", to.path("toToken").asText());
  }

  static String setMembers(JsonNode account, JsonNode from, JsonNode to) {
    return "\"accountToken\":%s,\"fromToken\":%s,\"toToken\":%s"
        .formatted(account.path("accountToken"), from.path("fromToken"), to.path("toToken"));
  }

  JsonNode verifySet(JsonNode set) {
    return verifySet(set, "");
  }

  JsonNode verifySet(JsonNode set, String more) {
    return explained("{\"platform\":\"kandy\",\"realm\":%s,%s%s}"
        .formatted(set.path("realm"), setMembers(set, set, set), more));
  }

  JsonNode verifyOne(JsonNode set, String member, String role) {
    return explained(
        "{\"platform\":\"kandy\",\"token\":%s,\"context\":{\"realm\":%s,\"role\":\"%s\"}}"
            .formatted(set.path(member), set.path("realm"), role));
  }

  JsonNode redeem(JsonNode set) {
    return explained(
        REDEEM, "{\"realm\":%s,%s}".formatted(set.path("realm"), setMembers(set, set, set)));
  }

  JsonNode explained(String body) {
    return explained(VERIFY, body);
  }

  /** As the operator, who learns the exact reason. */
  JsonNode explained(String path, String body) {
    try {
      Answer answer = server.post(path, body, "Authorization", "Bearer " + server.adminToken());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String reason(JsonNode verdict) {
    return verdict.path("reason").asText() + " " + verdict.path("code").asText();
  }

  List<String> rowsAbout(String person) throws Exception {
    return PersonRows.in(server.folder().resolve("data"), person);
  }

  @Override
  public void close() {
    server.close();
  }
}
