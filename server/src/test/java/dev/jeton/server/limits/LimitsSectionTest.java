package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.LiveSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsSectionTest {
  private final LiveSettings settings = new LiveSettings(new LimitsSection().live(), Map.of());

  @Test
  void theDefaultsLimitEverybodyButThoseInside() {
    assertThat(Rates.read(settings))
        .isEqualTo(new Rates(
            Map.of(
                Limit.MINT, 600,
                Limit.VERIFY, 6000,
                Limit.ADMINISTER, 600,
                Limit.NETWORK, 60,
                Limit.USER, 60,
                Limit.WRONG_PROOFS, 20,
                Limit.SIGN_IN, 20),
            false));
  }

  @Test
  void everyLimitCanBeChangedWhileTheServerRuns() {
    settings.hold(Map.of(
        "limits.mint-per-caller", List.of("1"),
        "limits.verify-per-caller", List.of("2"),
        "limits.administer-per-caller", List.of("3"),
        "limits.requests-per-network", List.of("4"),
        "limits.tokens-per-user", List.of("5"),
        "limits.wrong-proofs-per-network", List.of("0"),
        "limits.sign-ins-per-network", List.of("6"),
        "limits.inside", List.of("true")));
    assertThat(Rates.read(settings))
        .isEqualTo(new Rates(
            Map.of(
                Limit.MINT, 1,
                Limit.VERIFY, 2,
                Limit.ADMINISTER, 3,
                Limit.NETWORK, 4,
                Limit.USER, 5,
                Limit.WRONG_PROOFS, 0,
                Limit.SIGN_IN, 6),
            true));
  }
}
