package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7519 section 2: a number of seconds, which may have a fraction. */
class NumericDateTest {

  @ParameterizedTest
  @CsvSource({
    "1700000000, 1700000000, 1700000000",
    "1700000000.0001, 1700000000, 1700000001",
    "1700000000.9, 1700000000, 1700000001",
    "-0.5, -1, 0",
    "1.7e9, 1700000000, 1700000000",
    "31556889864403199, 31556889864403199, 31556889864403199",
    "-31557014167219200, -31557014167219200, -31557014167219200"
  })
  void aFractionIsDroppedOnTheSideThatIsAskedFor(BigDecimal seconds, long down, long up) {
    NumericDate date = NumericDate.of(JsonNumber.of(seconds)).orElseThrow();
    assertThat(date.roundedDown()).isEqualTo(Instant.ofEpochSecond(down));
    assertThat(date.roundedUp()).isEqualTo(Instant.ofEpochSecond(up));
  }

  @ParameterizedTest
  @CsvSource({"31556889864403200", "31556889864403199.1", "-31557014167219201", "1e300"})
  void whatNoInstantCanBeIsNoDate(BigDecimal seconds) {
    assertThat(NumericDate.of(JsonNumber.of(seconds))).isEmpty();
    assertThatThrownBy(() -> new NumericDate(seconds)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void verySmallFractionsAreFractions() {
    NumericDate date = NumericDate.of(JsonNumber.of(new BigDecimal("1e-300"))).orElseThrow();
    assertThat(date.roundedDown()).isEqualTo(Instant.EPOCH);
    assertThat(date.roundedUp()).isEqualTo(Instant.ofEpochSecond(1));
  }
}
