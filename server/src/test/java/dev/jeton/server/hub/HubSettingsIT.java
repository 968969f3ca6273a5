package dev.jeton.server.hub;

import static dev.jeton.server.hub.Libp2pPrivateKeys.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.hub.HubClient.Challenge;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of the server. */
class HubSettingsIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(31));
  private static final Libp2pPrivateKey KEY = Libp2pPrivateKey.random(new Random(32));
  private static final Libp2pPrivateKey OTHER = Libp2pPrivateKey.random(new Random(33));

  @TempDir
  Path folder;

  @Test
  void theServersOwnKeyIsMadeOnceForItsOwnerAloneAndPrintedNowhere() throws Exception {
    Path file = folder.resolve("data/hub-issuer.key");
    String issuer;
    String token;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      JsonNode minted = new HubClient(server).token(USER);
      issuer = minted.path("issuer").asText();
      token = minted.path("token").asText();
      String secret = Files.readString(file).strip();
      assertThat(secret).startsWith("bbaareq").hasSize(110);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(server.output())
          .contains(
              "Hub: issuer default, " + issuer + " (a new key: hub-issuer.key in the data folder)")
          .noneMatch(line -> line.contains(secret));
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(server.output())
          .contains("Hub: issuer default, " + issuer + " (hub-issuer.key in the data folder)");
      HubClient client = new HubClient(server);
      assertThat(client.token(USER).path("issuer").asText()).isEqualTo(issuer);
      assertThat(client.verify(token, ",\"lenient\":true").path("valid").asBoolean())
          .isTrue();
    }
    Files.writeString(file, "bbaareq, but cut off in the middle\n");
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(server.exitCode()).isEqualTo(3);
      assertThat(server.output())
          .last()
          .asString()
          .contains("hub-issuer.key holds no key; put the right file back");
    }
  }

  @Test
  void aConfiguredKeySignsAndNoOtherIsMade() throws Exception {
    Map<String, String> environment =
        Map.of("HUB_ISSUER_KEY", text(KEY), "JETON_HUB_TOKEN_FORM", "hub-exact");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      HubClient client = new HubClient(server);
      Answer answer = client.answer(client.challenge(USER), USER);
      assertThat(folder.resolve("data/hub-issuer.key")).doesNotExist();
      assertThat(answer.json().path("issuer").asText())
          .isEqualTo(KEY.publicKey().text());
      assertThat(answer.json().has("expiresAt")).isFalse();
      assertThat(answer.json().has("renewAt")).isFalse();
      assertThat(answer.header("Jeton-Expires-At")).isEmpty();

      String token = answer.json().path("token").asText();
      String[] parts = token.split("\\.", -1);
      assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"Ed25519\",\"typ\":\"JWT\"}");
      assertThat(decoded(parts[1]))
          .isEqualTo("{\"iat\":%d,\"iss\":\"%s\",\"sub\":\"%s\"}"
              .formatted(
                  Instant.parse(answer.json().path("issuedAt").asText()).getEpochSecond(),
                  KEY.publicKey().text(),
                  USER.publicKey().text()));
      assertThat(client.verify(token, "").path("valid").asBoolean()).isTrue();
      assertThat(server.output())
          .anyMatch(line -> line.contains("hub-exact") && line.contains("have no end"));
      assertThat(client.auditRows("\"expiresAt\":\"never\"")).hasSize(1);
    }
    try (RunningServer server = RunningServer.start(folder, Map.of("HUB_ISSUER_KEY", text(KEY)))) {
      HubClient client = new HubClient(server);
      String endless = HubToken.hubExact(USER.publicKey(), Instant.now()).signedBy(KEY);
      assertThat(client.verify(endless, "").path("code").asText()).isEqualTo("CLAIM_MISSING");
    }
  }

  @Test
  void severalIssuersAreToldApart() throws Exception {
    Path config =
        Files.writeString(folder.resolve("jeton.yaml"), """
        hub:
          issuers:
            chat:
              issuer-key: %s
              audience: chat
              token-lifetime: 1h
            files:
              issuer-key: %s
        """.formatted(text(KEY), text(OTHER)));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubClient client = new HubClient(server);
      String body = "{\"publicKey\":\"" + USER.publicKey().text() + "\"";
      assertThat(
              server.post(HubClient.CHALLENGES, body + "}").json().path("code").asText())
          .isEqualTo("issuer-needed");
      Challenge challenge =
          HubClient.read(server.post(HubClient.CHALLENGES, body + ",\"issuer\":\"chat\"}"));
      JsonNode minted = client.answer(challenge, USER).json();
      assertThat(minted.path("issuer").asText()).isEqualTo(KEY.publicKey().text());

      String token = minted.path("token").asText();
      String chat = ",\"context\":{\"audience\":\"chat\"";
      assertThat(client.verify(token, chat + "}").path("name").asText()).isEqualTo("chat");
      String asked = chat + ",\"issuer\":\"" + OTHER.publicKey().text() + "\"}";
      assertThat(client.verify(token, asked).path("code").asText()).isEqualTo("BAD_SIGNATURE");

      assertThat(server.get("/hub/jwks.json").json().path("code").asText())
          .isEqualTo("issuer-needed");
      assertThat(
              server.get("/hub/jwks.json?issuer=files").json().at("/keys/0/kid").asText())
          .isEqualTo(OTHER.publicKey().text());
      assertThat(server.get("/hub/jwks.json?issuer=files").json().path("keys")).hasSize(1);
      Answer unknown = server.get("/hub/jwks.json?issuer=none");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void aStructuredChallengeNamesThisServerAndALateAnswerIsRefused() {
    Map<String, String> environment = Map.of(
        "JETON_HUB_CHALLENGE", "structured",
        "JETON_HUB_DOMAIN", "hub.example.org",
        "JETON_HUB_AUDIENCE", "chat",
        "JETON_HUB_CHALLENGE_DEADLINE", "1s");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      HubClient client = new HubClient(server);
      String[] operator = client.operator();
      Challenge challenge = client.challenge(USER, operator);
      BoundChallenge bound =
          ((Outcome.Accepted<BoundChallenge>) BoundChallenge.parse(challenge.bytes())).value();
      assertThat(bound.domain()).isEqualTo("hub.example.org");
      assertThat(bound.audience()).isEqualTo("chat");
      while (Instant.now().isBefore(bound.expiresAt().plusSeconds(1))) {
        server.get("/ping");
      }
      Answer late = client.answer(challenge, USER, operator);
      assertThat(late.status()).isEqualTo(403);
      assertThat(late.json().path("code").asText()).isEqualTo("CHALLENGE_EXPIRED");
    }
  }

  @Test
  void wrongSettingsAreToldAtOnceAndKeepTheServerFromStarting() throws Exception {
    Map<String, String> environment =
        Map.of("HUB_ISSUER_KEY", "bnonsense-but-a-secret", "JETON_HUB_CHALLENGE", "structured");
    try (RunningServer server = RunningServer.launch(folder, environment)) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("hub.issuer-key: it is no issuer key"))
          .anyMatch(line -> line.startsWith("hub.challenge: structured challenges name a domain"))
          .noneMatch(line -> line.contains("bnonsense-but-a-secret"));
    }
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
