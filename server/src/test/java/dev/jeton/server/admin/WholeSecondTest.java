package dev.jeton.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeSecondTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59Z",
        "2026-11-21T18:39:52Z",
        "9999-12-31T23:59:59Z",
        "2026-11-21T18:39:52.123Z",
        "2026-11-21T18:39:52+01:00",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void readsWhatAnInstantIsWrittenAs(String text) {
    assertThat(WholeSecond.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21",
        "2026-13-21T18:39:52Z",
        "2026-02-30T18:39:52Z",
        "2026-11-21T25:39:52Z",
        "2026-11-21T18:+9:52Z",
        "2026-11-21T18:39:5xZ",
        "2026-11-21t18-39-52Z"
      })
  void readsNothingElse(String text) {
    assertThatThrownBy(() -> WholeSecond.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
