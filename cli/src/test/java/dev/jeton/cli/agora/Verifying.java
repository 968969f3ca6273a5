package dev.jeton.cli.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.util.stream.Stream;

/** Tokens of the run's project, and {@code jeton verify agora} with them. */
final class Verifying {
  static final String TOKEN =
      mint("rtc", "--channel", "lobby", "--uid", "42", "--role", "publisher");
  static final String LISTENER = mint("rtc", "--channel", "lobby", "--uid", "42");
  static final String LEGACY =
      mint("rtc", "--channel", "lobby", "--uid", "42", "--token-version", "006");

  private Verifying() {}

  static void assertRefused(Result result, String why) {
    assertThat(result.out()).isEqualTo("refused: " + why + "\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }

  static String mint(String... args) {
    return Run.withProject().jeton(after(args, "mint", "agora")).line();
  }

  static Result verify(String... args) {
    return Run.withProject().jeton(after(args, "verify", "agora"));
  }

  private static String[] after(String[] args, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(args)).toArray(String[]::new);
  }
}
