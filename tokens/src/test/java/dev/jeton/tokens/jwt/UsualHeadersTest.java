package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualHeadersTest {
  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aUsualHeaderIsWhatReadingItGives(Algorithm algorithm) {
    for (String form : new String[] {
      "{\"alg\":\"%s\",\"typ\":\"JWT\"}", "{\"typ\":\"JWT\",\"alg\":\"%s\"}", "{\"alg\":\"%s\"}"
    }) {
      byte[] header = form.formatted(algorithm.word()).getBytes(StandardCharsets.UTF_8);
      JsonObject usual = UsualHeaders.bySegment(StrictBase64Url.encode(header));
      assertThat(usual).isEqualTo(accepted(JsonObject.parse(header)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"hs256\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"typ\":\"jwt\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"1\"}",
        "{ \"alg\":\"HS256\"}"
      })
  void anyOtherIsRead(String header) {
    assertThat(
            UsualHeaders.bySegment(StrictBase64Url.encode(header.getBytes(StandardCharsets.UTF_8))))
        .isNull();
  }
}
