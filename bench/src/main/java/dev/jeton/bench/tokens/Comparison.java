package dev.jeton.bench.tokens;

import dev.jeton.bench.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The contenders of one operation, round by round. Ratios are taken within a round and then
 * summarised, so that a slow minute of the machine falls on both sides.
 *
 * @param rounds at least one; each with the same contenders, {@link Contender#JETON} among them
 */
record Comparison(String operation, @Nullable Budget budget, List<Map<Contender, Figure>> rounds) {

  boolean has(Contender contender) {
    return rounds.get(0).containsKey(contender);
  }

  double nanos(Contender contender) {
    return spread(round -> figure(round, contender).nanos()).median();
  }

  double bytes(Contender contender) {
    return spread(round -> figure(round, contender).bytes()).median();
  }

  /** How many times as fast as the official library Jeton is. */
  Optional<Spread> timesOfficial() {
    return nanosRatio(Contender.OFFICIAL, Contender.JETON);
  }

  /** How many times the bare cryptography Jeton takes. */
  Optional<Spread> timesBare() {
    return nanosRatio(Contender.JETON, Contender.BARE);
  }

  private Optional<Spread> nanosRatio(Contender dividend, Contender divisor) {
    if (!has(dividend) || !has(divisor)) {
      return Optional.empty();
    }
    return Optional.of(
        spread(round -> figure(round, dividend).nanos() / figure(round, divisor).nanos()));
  }

  private Spread spread(ToDoubleFunction<Map<Contender, Figure>> value) {
    return Spread.of(rounds.stream().mapToDouble(value).toArray());
  }

  private Figure figure(Map<Contender, Figure> round, Contender contender) {
    Figure figure = round.get(contender);
    if (figure == null) {
      throw new IllegalArgumentException(operation + " was not measured for " + contender.label());
    }
    return figure;
  }
}
