package dev.jeton.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsualTest {
  @Test
  void theMarkedOneComesBeforeThatOfTheSettingsAndTheOnlyOne() {
    assertThat(usual("a", "settings", "marked")).contains("marked");
    assertThat(usual("a", "settings")).contains("settings");
    assertThat(usual("a")).contains("a");
  }

  @Test
  void amongSeveralWithoutAMarkThereIsNone() {
    assertThat(usual("a", "b")).isEmpty();
    assertThat(usual()).isEmpty();
  }

  private static Optional<String> usual(String... all) {
    return Usual.of(List.of(all), "marked"::equals, "settings"::equals);
  }
}
