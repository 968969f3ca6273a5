package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;

/**
 * Any text is read or refused, and nobody without the key has a token accepted. To search: {@code
 * JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=RawJwtFuzzTest}.
 */
class RawJwtFuzzTest {
  private static final VerificationKey KEY =
      VerificationKey.hmac(Algorithm.HS256, Secret.ofText("0123456789abcdef".repeat(2)));

  /** Signed with another key, which the seeds cannot know. */
  private static final SigningKey OTHER =
      SigningKey.hmac(Algorithm.HS256, Secret.ofText("fedcba9876543210".repeat(2)));

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    check(new String(data, StandardCharsets.UTF_8));
    byte[] object = "{}".getBytes(StandardCharsets.US_ASCII);
    if (data.length < 4096) {
      check(HandMadeJws.of(data, object, OTHER));
      check(HandMadeJws.of("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII), data, OTHER));
    }
  }

  private static void check(String text) {
    if (RawJwt.parse(text) instanceof Outcome.Accepted<RawJwt> read) {
      assertThat(read.value().verifiedBy(KEY)).isInstanceOf(Outcome.Refused.class);
      assertThat(read.value().header().text("alg")).isPresent();
    }
  }
}
