package dev.jeton.bench.tokens;

import static dev.jeton.bench.tokens.Contender.BARE;
import static dev.jeton.bench.tokens.Contender.JETON;
import static dev.jeton.bench.tokens.Contender.OFFICIAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.bench.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensReportTest {
  @Budget(timesOfficial = 8, bytes = 300, timesBare = 3)
  private static final class Mint {}

  private final Comparison mint = new Comparison(
      "007 mint",
      Mint.class.getAnnotation(Budget.class),
      List.of(
          round(new Figure(1_000, 264), new Figure(10_000, 19_000), new Figure(500, 0)),
          round(new Figure(3_000, 264), new Figure(21_000, 19_500), new Figure(1_000, 0)),
          round(new Figure(2_000, 280), new Figure(24_000, 20_000), new Figure(400, 0))));

  @Test
  void takesEachRatioWithinItsRound() {
    assertThat(mint.timesOfficial()).contains(new Spread(7, 10, 12));
    assertThat(mint.timesBare()).contains(new Spread(2, 3, 5));
  }

  @Test
  void hasNoRatioToWhatWasNotMeasured() {
    Comparison parse =
        new Comparison("007 parse", null, List.of(Map.of(JETON, new Figure(900, 1_700))));
    assertThat(parse.timesOfficial()).isEmpty();
    assertThat(new TokensReport(List.of(parse)).toString()).isEqualTo("""
            operation  who    ns/op  bytes/op  official / Jeton  Jeton / bare
            007 parse  Jeton    900     1,700                 -             -


            """);
  }

  @Test
  void saysInPlainWordsWhatIsWithinItsBudget() {
    assertThat(new TokensReport(List.of(mint)).toString()).isEqualTo("""
            operation  who                 ns/op  bytes/op     official / Jeton       Jeton / bare
            007 mint   Jeton               2,000       264  10.00 (7.00..12.00)  3.00 (2.00..5.00)
                       official library   21,000    19,500
                       bare cryptography     500         0

            007 mint, times as fast as the official library: 10.00, budget at least 8.00: within budget
            007 mint, bytes of garbage per token: 264.00, budget at most 300.00: within budget
            007 mint, times its bare cryptography: 3.00, budget at most 3.00: within budget
            """);
  }

  @Test
  void saysInPlainWordsWhatIsOverItsBudget() {
    Comparison slow = new Comparison(
        "007 mint",
        Mint.class.getAnnotation(Budget.class),
        List.of(round(new Figure(1_000, 301), new Figure(7_990, 19_000), new Figure(333, 0))));
    assertThat(new TokensReport(List.of(slow)).toString())
        .contains("7.99, budget at least 8.00: over budget")
        .contains("301.00, budget at most 300.00: over budget")
        .contains("3.00, budget at most 3.00: over budget");
  }

  private static Map<Contender, Figure> round(Figure jeton, Figure official, Figure bare) {
    return Map.of(JETON, jeton, OFFICIAL, official, BARE, bare);
  }
}
