package dev.jeton.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.bench.BenchFault;
import dev.jeton.bench.Spread;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadReportTest {
  private static final Slice FAST = new Slice(80_000, 1, 4.2, 0);
  private static final Slice HALF = new Slice(40_000, 1, 6.0, 0);

  @Test
  void readsTheLineThatWrksScriptEndsWith() {
    assertThat(Slice.of(List.of("Running 1s test", "slice 80000 2000000 4200 3")))
        .isEqualTo(new Slice(80_000, 2, 4.2, 3));
  }

  @Test
  void wrkWithoutAResultIsAFault() {
    assertThatThrownBy(() -> Slice.of(List.of("unable to connect")))
        .isInstanceOf(BenchFault.class)
        .hasMessage("wrk gave no result; is it version 4?");
  }

  @Test
  void comparesEachTurnWithItsNeighbour() {
    assertThat(figures(32, turns(FAST, HALF), turns(HALF, HALF)).ratio())
        .isEqualTo(new Spread(0.5, 0.75, 1));
  }

  @Test
  void namesWhatIsWithinAndWhatIsOverItsBudget() {
    LoadFigures at32 = figures(32, turns(FAST, FAST), turns(HALF, HALF));
    LoadFigures at128 = figures(128, turns(HALF, HALF), turns(HALF, HALF));
    assertThat(new LoadReport(List.of(at32, at128), OptionalLong.of(178)).toString())
        .contains(
            "at 32 connections, part of the constant route: 0.50, budget at least 0.60: over budget")
        .contains(
            "at 128 connections, part of the constant route: 1.00, budget at least 0.70: within")
        .contains("in MiB: 178.00, budget at most 240.00: within budget")
        .doesNotContain("failed");
  }

  @Test
  void failedAnswersSpoilTheFigures() {
    LoadFigures spoilt = figures(32, turns(FAST), turns(new Slice(10, 1, 1, 10)));
    assertThat(new LoadReport(List.of(spoilt), OptionalLong.empty()).toString())
        .contains("10 answers failed: these figures mean nothing")
        .contains("resident memory of the server: not known on this system");
  }

  private static LoadFigures figures(int connections, List<Turn> constant, List<Turn> mint) {
    return new LoadFigures(connections, constant, mint);
  }

  private static List<Turn> turns(Slice... slices) {
    return List.of(slices).stream()
        .map(s -> new Turn(s, Duration.ofMillis(800)))
        .toList();
  }
}
