package dev.jeton.bench.load;

import dev.jeton.bench.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Turns at one number of connections: constant route and minting door by turns, so that the i-th of
 * both are neighbours in time and their ratio means something.
 */
record LoadFigures(int connections, List<Turn> constant, List<Turn> mint) {

  static Spread spread(List<Turn> turns, ToDoubleFunction<Turn> value) {
    return Spread.of(turns.stream().mapToDouble(value).toArray());
  }

  /** Requests per second of the minting door, as a part of the constant route's. */
  Spread ratio() {
    double[] ratios = new double[mint.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = mint.get(i).slice().perSecond() / constant.get(i).slice().perSecond();
    }
    return Spread.of(ratios);
  }

  long failures() {
    return failures(constant) + failures(mint);
  }

  private static long failures(List<Turn> turns) {
    return turns.stream().mapToLong(turn -> turn.slice().failures()).sum();
  }
}
