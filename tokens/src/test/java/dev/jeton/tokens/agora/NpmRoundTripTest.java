package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.NodeProcess;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Agora's npm packages read what we mint, and we read and verify what they mint. Random tokens of a
 * fixed seed; {@code -Dround.trips.seed} sets another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NpmRoundTripTest {
  private static final long SEED = Long.getLong("round.trips.seed", 20_261_121L);
  private static final int ROUNDS = 300;

  private final ObjectMapper json = new ObjectMapper();
  private NodeProcess npm;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    npm = NodeProcess.start("round-trips.js");
  }

  @AfterAll
  void stop() throws IOException {
    if (npm != null) {
      npm.close();
    }
  }

  @Test
  void npmReadsAndVerifiesOur007Tokens() throws IOException {
    RandomTokens random = new RandomTokens(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Token007 token = Token007.random(random);
      JsonNode read = npm.ask(
          Map.of("op", "read007", "token", token.mint(), "certificate", token.certificate()));

      assertThat(read)
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(json.readTree(json.writeValueAsString(token.read())));
    }
  }

  @Test
  void weReadAndVerifyNpms007Tokens() throws IOException {
    RandomTokens random = new RandomTokens(SEED + 1);
    for (int round = 0; round < ROUNDS; round++) {
      Token007 token = Token007.random(random);
      RawAccessToken2 theirs =
          accepted(RawAccessToken2.parse(npm.ask(token.question()).path("token").asText()));

      assertThat(theirs.payload())
          .as("seed %d, round %d", SEED + 1, round)
          .isEqualTo(accepted(RawAccessToken2.parse(token.mint())).payload());
      assertThat(theirs.isSignedBy(Lobby.certificate(token.certificate()))).isTrue();
      assertThat(theirs.isSignedBy(Lobby.OTHER)).isFalse();
    }
  }

  @Test
  void npmMintsTheSame006Tokens() throws IOException {
    RandomTokens random = new RandomTokens(SEED + 2);
    for (int round = 0; round < ROUNDS; round++) {
      AppId app = new AppId(random.hex32());
      String certificate = random.hex32();
      Channel channel = new Channel(random.text());
      AgoraUser user = random.user();
      Privileges privileges = random.privileges(1200);
      long salt = random.uint32();
      long ts = random.uint32();
      Map<String, Object> question = new LinkedHashMap<>();
      question.put("op", "mint006");
      question.put("app", app.text());
      question.put("certificate", certificate);
      question.put("channel", channel.name());
      question.put("user", user.wire());
      question.put("salt", salt);
      question.put("ts", ts);
      question.put("privileges", privileges.asMap());

      assertThat(AccessToken.rtc(app, channel, user, privileges)
              .endsAt(ts)
              .salt((int) salt)
              .sign(AppCertificate.of(Secret.ofText(certificate))))
          .as("seed %d, round %d", SEED + 2, round)
          .isEqualTo(npm.ask(question).path("token").asText());
    }
  }

  /** A 007 token as both sides are told to mint it. */
  private record Token007(
      AppId app,
      String certificate,
      long issuedAt,
      long lifetime,
      long salt,
      List<Service> services) {

    static Token007 random(RandomTokens random) {
      return new Token007(
          new AppId(random.hex32()),
          random.hex32(),
          random.issueTime(),
          random.uint32(),
          random.uint32(),
          random.services());
    }

    String mint() {
      AccessToken2 token =
          AccessToken2.forApp(app).issuedAt(issuedAt).validFor(lifetime).salt((int) salt);
      services.forEach(token::service);
      return token.sign(Lobby.certificate(certificate));
    }

    Map<String, Object> question() {
      return Map.of(
          "op", "mint007",
          "app", app.text(),
          "certificate", certificate,
          "issuedAt", issuedAt,
          "lifetime", lifetime,
          "salt", salt,
          "services", services.stream().map(NpmServices::question).toList());
    }

    /** What npm should say to {@link #mint}. */
    Map<String, Object> read() {
      return Map.of(
          "read",
          true,
          "verified",
          true,
          "appId",
          app.text(),
          "issuedAt",
          issuedAt,
          "lifetime",
          lifetime,
          "salt",
          salt,
          "services",
          services.stream()
              .sorted(Comparator.comparingInt(Service::type))
              .map(NpmServices::read)
              .toList());
    }
  }
}
