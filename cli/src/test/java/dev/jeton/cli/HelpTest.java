package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

  static Stream<String> commands() {
    return Stream.concat(Stream.of("-h"), helps("", Run.bare().tree()));
  }

  private static Stream<String> helps(String path, CommandLine command) {
    return Stream.concat(
        Stream.of(path + "--help"),
        command.getSubcommands().entrySet().stream()
            .filter(child -> !Set.of("serve", "restore").contains(child.getKey()))
            .flatMap(child -> helps(path + child.getKey() + " ", child.getValue())));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandEndsItsHelpWithExamples(String arguments) {
    Result result = Run.bare().jeton(arguments.split(" "));
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: jeton").containsPattern("\nExamples?\n  ");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mint", "verify"})
  void whatGoesByPlatformHasAnExampleOfEach(String command) {
    List<String> help = Run.bare().jeton(command, "--help").out().lines().toList();
    List<String> platforms = help.stream()
        .dropWhile(line -> !line.equals("Platforms"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.substring(2, line.indexOf(" ", 2)))
        .toList();
    assertThat(platforms).hasSameSizeAs(Platforms.ALL);
    assertThat(help.stream().dropWhile(line -> !line.equals("Examples")).skip(1))
        .zipSatisfy(
            platforms,
            (line, name) -> assertThat(line).startsWith("  jeton " + command + " " + name + " "));
  }

  @Test
  void theFirstHelpNamesEveryCommandAndExplainsSecretsOnce() {
    assertThat(Run.bare().jeton("--help").out())
        .contains("  serve ", "  mint ", "  verify ", "  inspect ")
        .contains("AGORA_APP_CERTIFICATE", "--secret-file", "Exit status")
        .contains("In a checkout", "./jeton build, test [SUITE], bench or dist ");
  }

  @Test
  void optionsStandInGroups() {
    assertThat(Run.bare().jeton("mint", "agora", "rtc", "--help").out())
        .containsSubsequence(
            "\nProject\n",
            "--app-id",
            "--secret-file",
            "\nFor whom and what\n",
            "--channel",
            "--role",
            "--uid",
            "--account",
            "\nToken\n",
            "--ttl",
            "--token-version",
            "\nOutput\n",
            "--json",
            "\nOptions\n",
            "--help",
            "\nExamples\n");
  }

  @Test
  void serveShowsItsOptions() {
    assertThat(Run.bare().jeton("serve", "--help").out())
        .contains("[--host 127.0.0.1] [--port 8080] [--data ./data] [--config jeton.yaml]");
  }

  @Test
  void restoreShowsItsOptions() {
    assertThat(Run.bare().jeton("restore", "--help").out()).contains("FILE [--replace]", "--data");
    assertThat(Run.bare().jeton("restore", "f", "--replace").status()).isEqualTo(2);
  }

  @Test
  void helpIsColouredOnATerminalOnly() {
    assertThat(Run.bare().onTerminal().jeton("--help").out()).contains("\u001b[");
    assertThat(Run.bare().onTerminal().with("NO_COLOR", "1").jeton("--help").out())
        .doesNotContain("\u001b");
    assertThat(Run.bare().jeton("--help").out()).doesNotContain("\u001b");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(Run.bare().jeton("--version").line()).isEqualTo("jeton (not from a jar)");
    assertThat(Run.bare().jeton("-V").status()).isZero();
  }
}
