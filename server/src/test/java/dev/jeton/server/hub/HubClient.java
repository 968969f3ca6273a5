package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Asks a server for challenges and answers them. */
record HubClient(RunningServer server) {
  static final String CHALLENGES = "/api/v1/tokens/hub/challenges";
  static final String TOKENS = "/api/v1/tokens/hub";

  /** A challenge that was given out. */
  record Challenge(String id, String text, String expiresAt) {
    byte[] bytes() {
      return Base64.getUrlDecoder().decode(text);
    }

    String signedBy(Libp2pPrivateKey key) {
      return HubClient.text(key.sign(bytes()));
    }
  }

  static String text(byte[] signature) {
    return Base64.getEncoder().encodeToString(signature);
  }

  static String answer(String challengeId, String signature) {
    return "{\"challengeId\":\"%s\",\"signature\":\"%s\"}".formatted(challengeId, signature);
  }

  Challenge challenge(Libp2pPrivateKey key, String... headers) {
    return challenge(key.publicKey().text(), headers);
  }

  Challenge challenge(String publicKey, String... headers) {
    return read(server.post(CHALLENGES, "{\"publicKey\":\"" + publicKey + "\"}", headers));
  }

  static Challenge read(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode json = answer.json();
    return new Challenge(
        json.path("challengeId").asText(),
        json.path("challenge").asText(),
        json.path("expiresAt").asText());
  }

  Answer answer(Challenge challenge, Libp2pPrivateKey key, String... headers) {
    return server.post(TOKENS, answer(challenge.id(), challenge.signedBy(key)), headers);
  }

  /** A token for the owner of the key. */
  JsonNode token(Libp2pPrivateKey key) {
    Answer answer = answer(challenge(key), key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  JsonNode verify(String token, String rest) {
    return server
        .post(
            "/api/v1/verify",
            "{\"platform\":\"hub\",\"token\":\"" + token + "\"" + rest + "}",
            operator())
        .json();
  }

  String[] operator() {
    try {
      return new String[] {"Authorization", "Bearer " + server.adminToken()};
    } catch (IOException e) {
      throw new AssertionError("no admin token", e);
    }
  }

  List<String> auditRows(String part) throws IOException {
    try (Stream<String> lines = Files.lines(server.folder().resolve("data/audit/000001.jsonl"))) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }
}
