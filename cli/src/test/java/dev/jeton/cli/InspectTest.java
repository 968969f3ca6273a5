package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InspectTest {
  private static final List<String> KINDS =
      Platforms.ALL.stream().flatMap(platform -> platform.kinds().stream()).toList();

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
