package dev.jeton.tokens.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is decoded is spelled as the JDK would spell it, and everything that the JDK spells is
 * decoded. To search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=StrictBase64FuzzTest}.
 */
class StrictBase64FuzzTest {

  @FuzzTest(maxDuration = "1m")
  void decode(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    byte[] decoded = StrictBase64.decode(text, 0);
    if (decoded != null) {
      assertThat(Base64.getEncoder().encodeToString(decoded)).isEqualTo(text);
    }
    assertThat(StrictBase64.decode(Base64.getEncoder().encodeToString(data), 0)).isEqualTo(data);
  }
}
