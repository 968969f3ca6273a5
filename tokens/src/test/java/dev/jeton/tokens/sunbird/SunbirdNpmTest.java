package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.sunbird.TestCredentials.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.NodeProcess;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * jsonwebtoken and jose verify our tokens and we theirs; atlassian-jwt hashes requests as we accept
 * them. Random tokens of a fixed seed; {@code -Dround.trips.seed} sets another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SunbirdNpmTest {
  private static final long SEED = Long.getLong("round.trips.seed", 20_261_121L);
  private static final int ROUNDS = 200;
  private static final String ALPHABET = "aAbBzZ09-._~!*'()/?&=+%,;:@ \u00e9\u092d\ud83d\ude00";

  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Signer> signers = new ArrayList<>();
  private NodeProcess npm;

  /** A key as both sides have it. */
  private record Signer(SigningKey key, Map<String, String> sign, Map<String, String> verify) {
    Credential credential(String iss) {
      return Credential.of(iss, key.verificationKey());
    }
  }

  @BeforeAll
  void start() throws IOException, InterruptedException {
    npm = NodeProcess.start("sunbird.js");
    Random random = new Random(SEED);
    for (Algorithm algorithm : List.of(Algorithm.HS256, Algorithm.HS384, Algorithm.HS512)) {
      String secret = text(random, 64) + "x".repeat(64);
      Map<String, String> both = Map.of("secret", secret);
      signers.add(
          new Signer(SecretEncoding.UTF8.key(algorithm, Secret.ofText(secret)), both, both));
    }
    signers.add(signer(Algorithm.RS256, "rsa"));
    signers.add(signer(Algorithm.ES256, "ec"));
    signers.add(signer(Algorithm.ED25519, "ed25519"));
  }

  @AfterAll
  void stop() throws IOException {
    if (npm != null) {
      npm.close();
    }
  }

  @Test
  void npmVerifiesOurTokens() throws IOException {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ROUNDS; round++) {
      Signer signer = signers.get(round % signers.size());
      String token = SunbirdToken.under(signer.credential("k" + text(random, 20)))
          .issuedAt(NOW)
          .request(HttpRequest.of("GET", url(random)))
          .api(text(random, 30))
          .device(text(random, 30))
          .claims(claims(random))
          .sign(signer.key());
      Map<String, Object> question = new LinkedHashMap<>(signer.verify());
      question.put("op", "verify");
      question.put("token", token);
      question.put("alg", signer.key().algorithm().word());
      question.put("now", NOW.getEpochSecond());
      JsonNode answer = npm.ask(question);

      String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
      JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(payload));
      for (String library : List.of("jsonwebtoken", "jose")) {
        if (!answer.path(library).isNull()) {
          assertThat(answer.path(library).path("claims"))
              .as("%s, seed %d, round %d: %s", library, SEED, round, answer)
              .isEqualTo(claims);
        }
      }
      assertThat(answer.path("jose").isNull()).isFalse();
    }
  }

  @Test
  void weVerifyNpmsTokens() throws IOException {
    Random random = new Random(SEED + 2);
    for (int round = 0; round < ROUNDS; round++) {
      Signer signer = signers.get(round % signers.size());
      boolean jose = signer.key().algorithm() == Algorithm.ED25519 || random.nextBoolean();
      String iss = "k" + text(random, 20);
      JsonObject claims = JsonObject.builder()
          .put("iss", iss)
          .put("iat", NOW.getEpochSecond())
          .put("exp", NOW.getEpochSecond() + 300)
          .putAll(claims(random))
          .build();
      Map<String, Object> question = new LinkedHashMap<>(signer.sign());
      question.put("op", "sign");
      question.put("by", jose ? "jose" : "jsonwebtoken");
      question.put("header", Map.of("alg", signer.key().algorithm().word(), "typ", "JWT"));
      question.put("claims", mapper.readTree(claims.toBytes()));
      String token = npm.ask(question).path("token").asText();

      for (Profile profile : Profile.values()) {
        Credential credential = signer.credential(iss).profile(profile);
        assertThat(accepted(SunbirdVerifier.of(credential).verify(token, Expected.at(NOW)))
                .claims())
            .as("seed %d, round %d", SEED + 2, round)
            .isEqualTo(claims);
      }
    }
  }

  @Test
  void weAcceptTheHashesOfAtlassianJwt() throws IOException {
    Random random = new Random(SEED + 3);
    int inTheSameOrder = 0;
    for (int round = 0; round < 5 * ROUNDS; round++) {
      boolean form = random.nextInt(4) == 0;
      String url = form ? path(random) : url(random);
      HttpRequest request =
          HttpRequest.of(form ? "post" : List.of("GET", "delete").get(random.nextInt(2)), url);
      Map<String, Object> question = new LinkedHashMap<>();
      question.put("op", "qsh");
      question.put("method", request.method());
      question.put("url", url);
      if (random.nextBoolean()) {
        request = request.contextPath("/ctx");
        question.put("contextPath", "/ctx");
      }
      if (form) {
        String body = query(random);
        request = request.formBody(body);
        question.put("form", body);
      }
      JsonNode theirs = npm.ask(question);

      assertThat(Qsh.check(theirs.path("qsh").asText(), request))
          .as("seed %d, round %d, %s, theirs %s", SEED + 3, round, question, theirs)
          .isInstanceOf(Outcome.Accepted.class);
      if (Qsh.canonicalRequest(request).equals(theirs.path("canonical").asText())) {
        inTheSameOrder++;
      }
    }
    // The two orders do differ, and mostly agree.
    assertThat(inTheSameOrder).isBetween(ROUNDS, 5 * ROUNDS - 1);
  }

  private Signer signer(Algorithm algorithm, String type) throws IOException {
    JsonNode pair = npm.ask(Map.of("op", "keys", "type", type));
    String privateKey = pair.path("privateKey").asText();
    return new Signer(
        accepted(SigningKey.ofPem(algorithm, Secret.ofText(privateKey))),
        Map.of("privateKey", privateKey),
        Map.of("publicKey", pair.path("publicKey").asText()));
  }

  private static JsonObject claims(Random random) {
    JsonObject.Builder claims = JsonObject.builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = "c" + i + text(random, 8);
      switch (random.nextInt(4)) {
        case 0 -> claims.put(name, random.nextInt());
        case 1 -> claims.put(name, random.nextBoolean());
        case 2 ->
          claims.put(name, JsonObject.builder().put("n", text(random, 9)).build());
        default -> claims.put(name, text(random, 40));
      }
    }
    return claims.build();
  }

  private static String url(Random random) {
    String query = query(random);
    return path(random) + (query.isEmpty() ? "" : "?" + query);
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder(random.nextBoolean() ? "/ctx" : "");
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(List.of("a", "B1", "x%2Fy", "c&d", "~z").get(random.nextInt(5)));
    }
    return path.append(random.nextBoolean() || path.isEmpty() ? "/" : "").toString();
  }

  private static String query(Random random) {
    List<String> parameters = new ArrayList<>();
    List<String> names = List.of("a", "a/b", "a-b", "A", "jwt", text(random, 3));
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = escaped(names.get(random.nextInt(names.size())));
      parameters.add(random.nextInt(8) == 0 ? name : name + "=" + escaped(text(random, 5)));
    }
    return String.join("&", parameters);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Random random, int atMost) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
