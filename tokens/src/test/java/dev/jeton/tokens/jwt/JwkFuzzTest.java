package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;

/**
 * Any object is read as a key or refused, alone and in a set; a public key that was read is published
 * and read again. To search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=JwkFuzzTest}.
 */
class JwkFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    JsonObject.parse(data).then(JwkSet::parse);
    if (JsonObject.parse(data).then(Jwk::parse) instanceof Outcome.Accepted<Jwk> read
        && !read.value().key().algorithm().isSymmetric()) {
      JsonObject published = read.value().toJson();
      assertThat(accepted(Jwk.parse(published)).toJson()).isEqualTo(published);
    }
  }
}
