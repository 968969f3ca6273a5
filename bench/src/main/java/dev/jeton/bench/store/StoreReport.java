package dev.jeton.bench.store;

import dev.jeton.bench.Spread;
import dev.jeton.bench.TextTable;
import dev.jeton.bench.Verdict;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table and the budgets, as people read them. */
record StoreReport(int projects, List<Start> few, List<Start> many) {
  private static final double FIRST_TOKEN_SECONDS = 2;
  private static final double PAGE_MILLIS = 50;

  @Override
  public String toString() {
    TextTable table = new TextTable(
        1, "projects", "listening s", "first token s", "CPU s", "first page ms", "page ms", "MiB");
    row(table, 1, few);
    row(table, projects, many);
    String with = " with " + projects + " projects";
    return table + "\n"
        + Verdict.atMost(
            FIRST_TOKEN_SECONDS,
            spread(many, Start::firstToken).median(),
            "seconds to the first token" + with)
        + "\n"
        + Verdict.atMost(
            PAGE_MILLIS,
            spread(many, Start::firstPage).median(),
            "milliseconds of the first page after a start" + with)
        + "\n";
  }

  private static void row(TextTable table, int projects, List<Start> starts) {
    table.row(
        Integer.toString(projects),
        spread(starts, Start::listening).text(2),
        spread(starts, Start::firstToken).text(2),
        spread(starts, Start::cpu).text(2),
        spread(starts, Start::firstPage).text(1),
        spread(starts, Start::warmPage).text(1),
        starts.stream().anyMatch(start -> start.resident().isEmpty())
            ? "not known"
            : spread(starts, start -> (double) start.resident().getAsLong()).text(0));
  }

  private static Spread spread(List<Start> starts, ToDoubleFunction<Start> value) {
    return Spread.of(starts.stream().mapToDouble(value).toArray());
  }
}
