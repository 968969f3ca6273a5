package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Any URL has one hash, which it accepts itself, or is refused where a request is made of it. */
class QshFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void hash(byte[] data) {
    check(request(new String(data, StandardCharsets.UTF_8)));
    check(request("/?" + new String(data, StandardCharsets.ISO_8859_1)));
  }

  private static @Nullable HttpRequest request(String url) {
    try {
      return HttpRequest.of("POST", url).contextPath("/api");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void check(@Nullable HttpRequest request) {
    if (request == null) {
      return;
    }
    String hash = Qsh.of(request).text();
    accepted(Qsh.check(hash, request));
    // What was written in one way is read as the same.
    String[] parts = Qsh.canonicalRequest(request).split("&", 3);
    if (!parts[2].contains(",")) {
      String again = parts[1] + "?" + parts[2];
      assertThat(Qsh.canonicalRequest(HttpRequest.of("POST", again)).split("&", 3)[2])
          .isEqualTo(parts[2]);
    }
  }
}
