package dev.jeton.tokens.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** As {@link StrictBase64FuzzTest}: what is decoded is the one spelling of its bytes. */
class StrictBase64UrlFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void decode(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    byte[] decoded = StrictBase64Url.decode(text);
    if (decoded != null) {
      assertThat(StrictBase64Url.encode(decoded)).isEqualTo(text);
    }
    assertThat(StrictBase64Url.decode(StrictBase64Url.encode(data))).isEqualTo(data);
  }
}
