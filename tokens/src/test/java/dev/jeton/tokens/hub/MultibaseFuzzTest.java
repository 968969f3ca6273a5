package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import java.nio.charset.StandardCharsets;

/** Any text is read or refused, and any bytes are written and read again as the same. */
class MultibaseFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void decode(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (Multibase.decode(text) instanceof Outcome.Accepted<byte[]> decoded) {
      assertThat(decoded.value().length).isLessThan(Multibase.MAX_TEXT_LENGTH);
      byte[] again = accepted(Multibase.decode(Multibase.encode(decoded.value())));
      assertThat(again).isEqualTo(decoded.value());
    }
    if (data.length < 2000) {
      assertThat(accepted(Multibase.decode(Multibase.encode(data)))).isEqualTo(data);
    }
  }
}
