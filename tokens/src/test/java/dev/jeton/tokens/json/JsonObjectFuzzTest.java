package dev.jeton.tokens.json;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;

/**
 * Any bytes are read or refused. What was read is written, and that is read as the same and written
 * as the same. To search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=JsonObjectFuzzTest}.
 */
class JsonObjectFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    if (JsonObject.parse(data) instanceof Outcome.Accepted<JsonObject> read) {
      byte[] written = read.value().toBytes();
      if (written.length <= JsonObject.MAX_BYTES) {
        JsonObject again = accepted(JsonObject.parse(written));
        assertThat(again).isEqualTo(read.value());
        assertThat(again.toBytes()).isEqualTo(written);
      }
    }
  }
}
