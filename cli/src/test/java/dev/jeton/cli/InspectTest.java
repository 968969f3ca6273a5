package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {
  private static final List<String> KINDS =
      Platforms.ALL.stream().flatMap(platform -> platform.kinds().stream()).toList();

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer %s", "authorization: bearer  %s", "'%s'", "\"Bearer %s\"", " %s\n\n"})
  void whatPeopleCopyAlongIsDroppedAndSaid(String pasted) {
    String token =
        Run.withProject().jeton("mint", "agora", "rtm", "--user", "alice").line();
    Result bare = Run.bare().jeton("inspect", token);
    Result result = Run.bare().jeton("inspect", pasted.formatted(token));
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo(bare.out());
    assertThat(result.err())
        .isEqualTo("warning: this is what stands between white space, quotes or after Bearer;"
            + " as it was given it is no token\n");
    assertThat(bare.err()).isEmpty();
  }

  @Test
  void whatIsUnknownStaysUnknownWithoutItsQuotes() {
    Result result = Run.bare().jeton("inspect", "\"Bearer hello\"");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theHelpNamesWhatIsKnown() {
    assertThat(Run.bare().jeton("inspect", "--help").out().replaceAll("\\s+", " "))
        .contains("It knows: " + String.join(", ", KINDS) + ".");
  }

  @Test
  void whatIsUnknownListsWhatIsKnown() {
    Result result = Run.bare().jeton("inspect", "\u001b[2Jhello");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("unrecognised; known here: " + String.join(", ", KINDS) + "\n")
        .contains("Agora 007");
    assertThat(Run.bare().jeton("inspect", "--json", "hello").out())
        .isEqualTo(KINDS.stream()
            .collect(Collectors.joining("\",\"", "{\"recognised\":false,\"known\":[\"", "\"]}\n")));
  }
}
