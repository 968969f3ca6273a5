package dev.jeton.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTextTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1,expires in 1 s",
    "59,expires in 59 s",
    "60,expires in 1 min",
    "779,expires in 12 min",
    "3599,expires in 59 min",
    "3600,expires in 1 h",
    "3660,expires in 1 h 1 min",
    "86399,expires in 23 h 59 min",
    "86400,expires in 1 d",
    "90000,expires in 1 d 1 h",
    "0,expired 0 s ago",
    "-1,expired 1 s ago",
    "-10800,expired 3 h ago"
  })
  void tellsHowFarAnEndIs(long seconds, String text) {
    assertThat(TimeText.end(NOW.plusSeconds(seconds), NOW)).endsWith(", " + text);
  }

  @Test
  void cutsTextAfterOneHundredCharacters() {
    assertThat(VisibleText.of("x".repeat(99))).isEqualTo("x".repeat(99));
    assertThat(VisibleText.of("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(VisibleText.of("x".repeat(101))).isEqualTo("x".repeat(100) + "... (101 characters)");
    assertThat(VisibleText.of("😀".repeat(101)))
        .isEqualTo("😀".repeat(100) + "... (101 characters)");
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001b',\\u{1b}", "\u0085,\\u{85}", "\u007f,\\u{7f}", "\u202e,\\u{202e}", "\u2066,\\u{2066}",
    "\u200b,\\u{200b}", "'\u2028',\\u{2028}", "\u0301,\\u{301}", "\ud800,\\u{d800}",
        "\ue000,\\u{e000}",
    "\\,\\\\", "ü,ü", "漢,漢", "😀,😀"
  })
  void showsOnlyWhatPrintsAsItself(String text, String shown) {
    assertThat(VisibleText.of("a" + text + "b")).isEqualTo("a" + shown + "b");
  }

  @Test
  void noBreakSpaceIsNotTakenForASpace() {
    assertThat(VisibleText.of("a\u00a0b c")).isEqualTo("a\\u{a0}b c");
  }

  @Test
  void writesJson() {
    Json inner = Json.object().put("n", 4294967295L);
    assertThat(Json.object()
            .put("a", "q\"\\\n\ud800😀\u202e")
            .put("t", true)
            .put("at", NOW)
            .put("o", inner)
            .putObjects("l", List.of(inner, Json.object()))
            .putTexts("s", List.of("x", "y"))
            .putTexts("none", List.of())
            .text())
        .isEqualTo("{\"a\":\"q\\\"\\\\\\u000a\\ud800😀\\u202e\",\"t\":true,"
            + "\"at\":\"2026-11-01T12:00:00Z\",\"o\":{\"n\":4294967295},"
            + "\"l\":[{\"n\":4294967295},{}],\"s\":[\"x\",\"y\"],\"none\":[]}");
  }

  @Test
  void alignsATableAndEscapesItsValues() {
    Table table = new Table().row("a", "1").heading("H").row("long", "\u001b");
    assertThat(table.text(Style.PLAIN)).isEqualTo("  a     1\nH\n  long  \\u{1b}\n");
    assertThat(table.text(Style.COLOURED)).contains("\u001b[1mH\u001b[0m");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "90,90", "90s,90", "10m,600", "1h30m,5400", "1d1h1m1s,90061", "007,7"})
  void readsDurations(String text, long seconds) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "1w", "-1", "1 h", "1h 30m", "30m1h", "1h30", "1H", "٣"})
  void refusesOtherDurations(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("a duration is written like");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T12:00:00Z,1793534400",
    "2026-11-01T13:00:00+01:00,1793534400",
    "1793534400,1793534400",
    "0,0",
    "99999999999,99999999999"
  })
  void readsInstants(String text, long seconds) {
    assertThat(new InstantConverter().convert(text)).isEqualTo(Instant.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-11-01", "-1", "2026-11-01T12:00:00", "1e9"})
  void refusesOtherInstants(String text) {
    assertThatThrownBy(() -> new InstantConverter().convert(text))
        .hasMessage("a time is written like 2026-11-01T12:00:00Z or in unix seconds");
  }

  @Test
  void suspectsMilliseconds() {
    assertThatThrownBy(() -> new InstantConverter().convert("1793534400000"))
        .hasMessage("unix seconds have at most 11 digits; are these milliseconds?");
  }
}
