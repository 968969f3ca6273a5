package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Wycheproof;
import dev.jeton.tokens.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** JWS and JWK by the attack vectors of Wycheproof; the lines are the exact figures. */
class WycheproofJwsTest {
  private static final Set<String> UNSUPPORTED =
      Set.of("RS384", "RS512", "PS256", "PS384", "PS512", "ES521");

  /** The very bytes of the valid vector 357. */
  private static final Set<Integer> CALLED_INVALID_BY_MISTAKE = Set.of(367, 370);

  /** With a question mark in base64url. */
  private static final Set<Integer> CALLED_VALID_BY_MISTAKE = Set.of(372, 373);

  @Test
  void signatures() throws IOException {
    Wycheproof file = Wycheproof.file("json_web_signature_test.json");
    for (JsonNode group : file.groups()) {
      JsonNode jwk = group.has("public") ? group.get("public") : group.get("private");
      Outcome<VerificationKey> key =
          object(jwk).then(Jwk::parse).then(read -> Outcome.accepted(read.key()));
      for (JsonNode test : group.get("tests")) {
        boolean accepted = key.then(
                known -> RawJws.parse(test.get("jws").asText()).then(jws -> jws.verifiedBy(known)))
            instanceof Outcome.Accepted;
        count(file, group, jwk.path("alg").asText(), test, accepted);
      }
    }
    assertThat(file.report())
        .isEqualTo(
            "json_web_signature_test.json: accepted valid 18, refused invalid 294, skipped 89"
                + " {ES521 is not supported=2, PS256 is not supported=50, PS384 is not supported=5,"
                + " PS512 is not supported=20, RS384 is not supported=4, RS512 is not supported=4,"
                + " not base64url, called valid by mistake=2, valid, called invalid by mistake=2}");
  }

  private static void count(
      Wycheproof file, JsonNode group, String algorithm, JsonNode test, boolean accepted) {
    int id = test.get("tcId").asInt();
    if (UNSUPPORTED.contains(algorithm)) {
      assertThat(accepted).as("%s", test).isFalse();
      file.skip(algorithm + " is not supported");
    } else if (CALLED_INVALID_BY_MISTAKE.contains(id)) {
      assertThat(accepted).as("%s", test).isTrue();
      assertThat(test.get("jws")).isEqualTo(group.get("tests").get(0).get("jws"));
      file.skip("valid, called invalid by mistake");
    } else if (CALLED_VALID_BY_MISTAKE.contains(id)) {
      assertThat(accepted).as("%s", test).isFalse();
      assertThat(test.get("jws").asText()).contains("?");
      file.skip("not base64url, called valid by mistake");
    } else {
      file.count(test, accepted);
    }
  }

  @Test
  void keys() throws IOException {
    Wycheproof file = Wycheproof.file("json_web_key_test.json");
    for (JsonNode group : file.groups()) {
      JsonNode set = group.has("public") ? group.get("public") : group.get("private");
      Outcome<JwkSet> keys = object(set).then(JwkSet::parse);
      for (JsonNode test : group.get("tests")) {
        file.count(
            test,
            keys.then(known -> verified(known, test.get("jws").asText()))
                instanceof Outcome.Accepted);
      }
    }
    assertThat(file.report())
        .isEqualTo("json_web_key_test.json: accepted valid 5, refused invalid 21, skipped 0");
  }

  private static Outcome<VerifiedJws> verified(JwkSet keys, String text) {
    return RawJws.parse(text)
        .then(jws ->
            jws.verifiedBy(keys.find(jws.header().text("kid").orElseThrow()).orElseThrow()));
  }

  private static Outcome<JsonObject> object(JsonNode json) {
    return JsonObject.parse(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
