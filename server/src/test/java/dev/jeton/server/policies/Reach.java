package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The built server with one thing of each platform, and three callers whose policies speak of none of
 * them: without any, with one for other names, and with one that explains.
 */
final class Reach implements AutoCloseable {
  static final String APP_ID = "5f1c0a9be7d24c638a10b3e2d4f59687";
  static final String KEY = "c41f8be05d7a4f6a9e2b7d10";
  static final Libp2pPrivateKey ISSUER = Libp2pPrivateKey.random(new Random(41));
  static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(42));
  static final String VERIFY = "/api/v1/verify";
  static final String MINT = "/api/v1/tokens/";
  private static final String SOME_SET =
      "\"accountToken\":\"a\",\"fromToken\":\"b\",\"toToken\":\"c\"";

  final RunningServer server;
  final Map<String, String> keys = new LinkedHashMap<>();

  private Reach(RunningServer server) {
    this.server = server;
  }

  static Reach start(Path folder) throws IOException {
    Files.writeString(folder.resolve("jeton.yaml"), """
        kandy:
          presets:
            front: {realm: desk.example.com, to: help@example.com}
        """);
    Reach reach = new Reach(RunningServer.start(
        folder,
        Map.of(
            "AGORA_APP_ID",
            APP_ID,
            "AGORA_APP_CERTIFICATE",
            "9d3e" + "a7c15b684f20" + "8e6b1d94c2f7a053",
            "KANDY_REALM",
            "desk.example.com",
            "KANDY_SECURITY_KEY",
            "Vn3KyS8dXc5TsF2h" + "Gj7MqA4rWu9ZpB6t",
            "KANDY_TO",
            "help@example.com",
            "KANDY_UNRESTRICTED",
            "lobby@example.com",
            "HUB_ISSUER_KEY",
            new String(
                ISSUER.text().reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII),
            "SUNBIRD_KEY",
            KEY,
            "SUNBIRD_SECRET",
            "Qk2vN8xT5mB1zR7w" + "Lp4HsJ9dGf3YcA6e")));
    reach.policy("elsewhere", "\"elsewhere-*\"", false);
    reach.policy("told", "\"elsewhere-*\"", true);
    reach.keys.put("blind", reach.caller("blind", ""));
    reach.keys.put("elsewhere", reach.caller("elsewhere", "\"elsewhere\""));
    reach.keys.put("told", reach.caller("told", "\"told\""));
    return reach;
  }

  void same(String path, String body, String hidden) {
    String unknown = hidden.substring(0, hidden.length() - 1) + "X";
    keys.forEach((name, key) -> {
      String there = told(
          server.post(path.replace("NAME", hidden), body.replace("NAME", hidden), bearer(key)));
      String gone = told(
          server.post(path.replace("NAME", unknown), body.replace("NAME", unknown), bearer(key)));
      assertThat(there).as(name).isEqualTo(gone);
    });
  }

  /** The answer but for what names this very request. */
  static String told(Answer answer) {
    return answer.status() + " "
        + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").strip();
  }

  static String json(String members) {
    return "{" + members.strip().replace("SET", SOME_SET).replace('\'', '"') + "}";
  }

  private void policy(String name, String projects, boolean explain) throws IOException {
    Answer answer = server.post(
        "/api/v1/policies",
        "{\"name\":\"" + name + "\",\"platforms\":[\"agora\",\"kandy\",\"hub\",\"sunbird\"],"
            + "\"projects\":[" + projects + "],\"when\":\"true\",\"explain\":" + explain + "}",
        bearer(server.adminToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private String caller(String name, String policies) throws IOException {
    Answer answer = server.post(
        "/api/v1/callers",
        "{\"name\":\"" + name + "\",\"policies\":[" + policies + "]}",
        bearer(server.adminToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("key").asText();
  }

  static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  @Override
  public void close() {
    server.close();
  }
}
