package dev.jeton.bench.tokens;

import dev.jeton.bench.Spread;
import dev.jeton.bench.TextTable;
import dev.jeton.bench.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table and the budgets, as people read them. */
final class TokensReport {
  private final List<Comparison> comparisons;

  TokensReport(List<Comparison> comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public String toString() {
    return table() + "\n" + String.join("\n", verdicts()) + "\n";
  }

  private TextTable table() {
    TextTable table = new TextTable(
        2, "operation", "who", "ns/op", "bytes/op", "official / Jeton", "Jeton / bare");
    for (Comparison comparison : comparisons) {
      for (Contender contender : Contender.values()) {
        if (comparison.has(contender)) {
          boolean first = contender == Contender.JETON;
          table.row(
              first ? comparison.operation() : "",
              contender.label(),
              whole(comparison.nanos(contender)),
              whole(comparison.bytes(contender)),
              first ? text(comparison.timesOfficial()) : "",
              first ? text(comparison.timesBare()) : "");
        }
      }
    }
    return table;
  }

  private List<String> verdicts() {
    List<String> verdicts = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      Budget budget = comparison.budget();
      if (budget == null) {
        continue;
      }
      String operation = comparison.operation();
      if (budget.timesOfficial() > 0) {
        double times = median(comparison.timesOfficial());
        verdicts.add(Verdict.atLeast(
            budget.timesOfficial(), times, operation + ", times as fast as the official library"));
      }
      if (budget.bytes() > 0) {
        double bytes = comparison.bytes(Contender.JETON);
        verdicts.add(
            Verdict.atMost(budget.bytes(), bytes, operation + ", bytes of garbage per token"));
      }
      if (budget.timesBare() > 0) {
        double times = median(comparison.timesBare());
        verdicts.add(
            Verdict.atMost(budget.timesBare(), times, operation + ", times its bare cryptography"));
      }
    }
    return verdicts;
  }

  private static double median(Optional<Spread> ratio) {
    return ratio
        .orElseThrow(() -> new IllegalStateException("a budget for what was not measured"))
        .median();
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String text(Optional<Spread> ratio) {
    return ratio.map(spread -> spread.text(2)).orElse("-");
  }
}
