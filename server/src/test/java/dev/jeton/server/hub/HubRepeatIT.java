package dev.jeton.server.hub;

import static dev.jeton.server.hub.HubOperator.ISSUERS;
import static dev.jeton.server.hub.HubOperator.done;
import static dev.jeton.server.hub.HubOperator.each;
import static dev.jeton.server.hub.HubOperator.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.hub.HubClient.Challenge;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that comes again when its challenge is long gone; the built server. */
class HubRepeatIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(13));
  private static final String[] KEY = {"Idempotency-Key", "hub-1"};

  @TempDir
  Path folder;

  @Test
  void getsItsTokenAfterARestartUntilTheIssuerSignsWithAnotherKey() {
    Challenge challenge;
    Answer first;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubClient client = new HubClient(server);
      done(new HubOperator(server).post(ISSUERS, "{'name':'chat','default':true}"), 201);
      String asked = "{\"publicKey\":\"" + USER.publicKey().text() + "\"}";
      refused(server.post(HubClient.CHALLENGES, asked, KEY), 400, "no-idempotency-key-here");
      challenge = client.challenge(USER);
      first = client.answer(challenge, USER, KEY);
      assertThat(first.status()).as(first.body()).isEqualTo(200);
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubClient client = new HubClient(server);
      HubOperator operator = new HubOperator(server);
      assertThat(client.answer(challenge, USER, KEY).body()).isEqualTo(first.body());
      refused(client.answer(challenge, USER), 403, "challenge-refused");

      String keys = ISSUERS + "/chat/keys";
      done(operator.post(keys, "{}"), 201);
      JsonNode prepared = operator.get(ISSUERS + "/chat").path("keys").path(1);
      done(
          operator.post(
              keys + "/" + prepared.path("id").asText() + "/activate", "{'overlapSeconds':60}"),
          200);
      assertThat(each(operator.get(ISSUERS + "/chat").path("keys"), "state"))
          .containsExactly("retiring", "active");
      refused(client.answer(challenge, USER, KEY), 409, "idempotency-changed");
    }
  }
}
