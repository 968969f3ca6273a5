package dev.jeton.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTest {
  private static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1,0",
    "2,1",
    "59,29",
    "60,30",
    "61,31",
    "300,270",
    "310,279",
    "3000,2700",
    "3010,2710",
    "86400,86100"
  })
  void renewalComesBeforeTheSdksWarning(long lifetime, long renewAfter) {
    assertThat(Renewal.at(ISSUED, ISSUED.plusSeconds(lifetime)))
        .isEqualTo(ISSUED.plusSeconds(renewAfter));
  }
}
