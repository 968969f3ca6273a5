package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.oidc.Signer;
import dev.jeton.server.oidc.StandInProvider;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users of a web app, who ask the built server with the tokens of an identity provider. */
class AccessTokensIT {
  private static final Signer KEY = Signer.rsa("k1");

  @TempDir
  Path folder;

  @Test
  void aUserOfAWebAppGetsTokensForHimselfAlone() throws Exception {
    try (StandInProvider provider = new StandInProvider(KEY);
        RunningServer server = RunningServer.start(
            folder,
            Map.of(
                "JETON_OIDC_ISSUER",
                provider.issuer(),
                "JETON_OIDC_AUDIENCE",
                StandInProvider.AUDIENCE,
                "AGORA_APP_ID",
                "6a1c0f6e2b7d4f0f9d3f2a8b5c4e7d19",
                "AGORA_APP_CERTIFICATE",
                "3f1e2d3c4b5a69788796a5b4c3d2e1f3"))) {
      made(
          server,
          "/api/v1/policies",
          "{\"name\":\"own\",\"platforms\":[\"agora\"],\"projects\":[\"*\"],\"ownUserOnly\":true,"
              + "\"when\":\"'video' in caller.claims.groups\"}");
      made(
          server,
          "/api/v1/callers",
          "{\"name\":\"web-app\",\"policies\":[\"own\"],\"oidc\":{\"anybody\":true}}");
      String alice = token(provider, "alice", "video");
      awaitKeys(server, alice);
      Answer own = mint(server, alice, "alice");
      assertThat(own.status()).as(own.body()).isEqualTo(200);
      Answer other = mint(server, alice, "bob");
      assertThat(other.status()).isEqualTo(403);
      assertThat(mint(server, token(provider, "bob", "video"), "bob").status()).isEqualTo(200);
      assertThat(mint(server, token(provider, "carol", "audio"), "carol").status())
          .isEqualTo(403);
      Answer forged =
          mint(server, Signer.rsa("k1").sign(claims(provider, "alice", "video")), "alice");
      assertThat(forged.status()).isEqualTo(401);
      assertThat(forged.json().path("code").asText()).isEqualTo("wrong-proof");
      server.awaitLine(line -> line.endsWith("caller:web-app") && line.contains(" 200 "));
      assertThat(server.output()).noneMatch(line -> line.contains(alice.substring(0, 40)));
    }
  }

  /** The server asks the provider in the background; wrong proofs of this machine are not counted. */
  private static void awaitKeys(RunningServer server, String token) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    String proof = "Bearer " + token;
    while (server
            .post("/api/v1/inspect", "{\"token\":\"007x\"}", "Authorization", proof)
            .status()
        != 200) {
      assertThat(Instant.now()).isBefore(end);
    }
  }

  private static String token(StandInProvider provider, String subject, String group) {
    return KEY.sign(claims(provider, subject, group));
  }

  private static JsonObject claims(StandInProvider provider, String subject, String group) {
    return provider
        .claims(subject, Instant.now())
        .put("groups", JsonItems.ofTexts(List.of(group)))
        .build();
  }

  private static Answer mint(RunningServer server, String token, String user) {
    return server.post(
        "/api/v1/tokens/agora/rtc",
        "{\"channel\":\"lobby\",\"user\":\"" + user + "\",\"role\":\"subscriber\"}",
        "Via",
        "1.1 proxy",
        "Authorization",
        "Bearer " + token);
  }

  private static void made(RunningServer server, String path, String body) throws IOException {
    Answer answer = server.post(path, body, "Authorization", "Bearer " + server.adminToken());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
