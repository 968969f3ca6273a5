package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Any text is a time or refused, and no text is signed by chance. */
class ApiTimeFuzzTest {
  private static final ApiSecret SECRET = ApiSecret.random(new Random(1));
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    Outcome<Instant> until = new ApiSignature(text, Multibase.encode(new byte[32]))
        .check(SECRET, NOW, ApiSignature.DEFAULT_HORIZON);
    if (GoTime.parse(text) instanceof Outcome.Accepted<Instant> time) {
      assertThat(((Outcome.Refused<Instant>) until).reason()).isEqualTo(Reason.BAD_SIGNATURE);
      // Whatever is a time for Java and ends in Z is the same time here.
      String plain = time.value().toString();
      assertThat(plain.matches("[0-9]{4}-.*") ? accepted(GoTime.parse(plain)) : time.value())
          .isEqualTo(time.value());
      assertThat(Duration.between(Instant.EPOCH, time.value()).abs().toDays())
          .isLessThan(4_000_000);
    } else {
      assertThat(until).isInstanceOf(Outcome.Refused.class);
    }
  }
}
