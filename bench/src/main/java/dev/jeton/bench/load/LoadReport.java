package dev.jeton.bench.load;

import dev.jeton.bench.Spread;
import dev.jeton.bench.TextTable;
import dev.jeton.bench.Verdict;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The table and the budgets, as people read them. */
final class LoadReport {
  /** The least part of the constant route's speed, by connections. */
  private static final Map<Integer, Double> RATIO = Map.of(32, 0.60, 128, 0.70);

  private static final double RESIDENT_MEBIBYTES = 240;

  private final List<LoadFigures> figures;
  private final OptionalLong resident;

  LoadReport(List<LoadFigures> figures, OptionalLong resident) {
    this.figures = figures;
    this.resident = resident;
  }

  @Override
  public String toString() {
    TextTable table = new TextTable(
        1, "route", "connections", "requests/s", "p99 ms", "CPU us/request", "part of constant");
    StringBuilder verdicts = new StringBuilder();
    for (LoadFigures figure : figures) {
      row(table, Route.CONSTANT, figure.connections(), figure.constant(), "");
      Spread ratio = figure.ratio();
      row(table, Route.MINT, figure.connections(), figure.mint(), ratio.text(2));
      String what = Route.MINT.name() + " at " + figure.connections() + " connections";
      Double least = RATIO.get(figure.connections());
      if (least != null) {
        verdicts
            .append(Verdict.atLeast(least, ratio.median(), what + ", part of the constant route"))
            .append('\n');
      }
      if (figure.failures() > 0) {
        verdicts.append(figure.failures()).append(" answers failed: these figures mean nothing\n");
      }
    }
    verdicts.append(
        resident.isPresent()
            ? Verdict.atMost(
                RESIDENT_MEBIBYTES,
                (double) resident.getAsLong(),
                "resident memory of the server in MiB")
            : "resident memory of the server: not known on this system");
    return table + "\n" + verdicts + "\n";
  }

  private static void row(
      TextTable table, Route route, int connections, List<Turn> turns, String ratio) {
    table.row(
        route.name(),
        Integer.toString(connections),
        LoadFigures.spread(turns, turn -> turn.slice().perSecond()).text(0),
        LoadFigures.spread(turns, turn -> turn.slice().p99Millis()).text(1),
        LoadFigures.spread(turns, Turn::cpuMicrosPerRequest).text(1),
        ratio);
  }
}
