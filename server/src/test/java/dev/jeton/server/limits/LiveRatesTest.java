package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.LiveSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveRatesTest {
  private final LiveSettings settings = new LiveSettings(new LimitsSection().live(), Map.of());
  private final LiveRates rates = new LiveRates(settings);

  @Test
  void whatAnOperatorSetsHoldsAtOnce() {
    assertThat(rates.get().of(Limit.MINT)).isEqualTo(600);
    settings.hold(Map.of("limits.mint-per-caller", List.of("7")));
    assertThat(rates.get().of(Limit.MINT)).isEqualTo(7);
    settings.hold(Map.of());
    assertThat(rates.get().of(Limit.MINT)).isEqualTo(600);
  }

  @Test
  void settingsThatDidNotChangeAreNotReadAgain() {
    assertThat(rates.get()).isSameAs(rates.get());
  }
}
