package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mnit                           | there is no command mnit; did you mean mint?",
        "inspet                         | there is no command inspet; did you mean inspect?",
        "frobnicate                     | there is no command frobnicate",
        "mint agroa                     | there is no command agroa; did you mean agora?",
        "mint agora                     | which service? rtc, rtm, chat",
        "mint agora rct                 | there is no command rct; did you mean rtc?",
        "verify agora --chanel x        | there is no option --chanel; did you mean --channel?",
        "mint agora rtc --acount a      | there is no option --acount; did you mean --account?",
        "mint agora rtc --frobnicate    | there is no option --frobnicate",
        "mint agora rtc --channel       | a value is missing: --channel C",
        "mint agora rtc --ttl 1 --ttl 2 | --ttl is given twice",
        "inspect a b                    | there is one argument too many",
        "inspect a b c                  | there are 2 arguments too many",
        "inspect --json=x a             | --json cannot be used like that",
      })
  void isOneLineAndAHint(String arguments, String line) {
    Result result = Run.withProject().jeton(arguments.split(" "));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("jeton: " + line + "\nTry: jeton ").hasLineCount(2);
  }

  @Test
  void noCommandAtAllAsksWhich() {
    Result result = Run.bare().jeton();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).matches("""
            jeton: which command\\? serve, mint, verify, inspect, ([a-z-]+, )*audit(, [a-z]+)*
            Try: jeton --help
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mint", "verify"})
  void noPlatformAtAllAsksWhich(String command) {
    Result result = Run.bare().jeton(command);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).matches("""
            jeton: which platform\\? agora(, [a-z]+)*
            Try: jeton %s --help
            """.formatted(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--certificate=" + Run.CERTIFICATE,
        "--app-certificate=" + Run.CERTIFICATE,
        "--secret=" + Run.CERTIFICATE,
        "--key=" + Run.CERTIFICATE,
        "-" + Run.CERTIFICATE,
        Run.CERTIFICATE,
        "--uid=" + Run.CERTIFICATE,
        "--app-id=x" + Run.CERTIFICATE,
        "--role=" + Run.CERTIFICATE,
        "--ttl=" + Run.CERTIFICATE,
        "--secret-file=" + Run.CERTIFICATE,
      })
  void aSecretInTheWrongPlaceIsRepeatedOnlyAsTheNameOfAFile(String argument) {
    Result result =
        Run.withProject().jeton("mint", "agora", "rtc", "--channel", "c", "--uid", "1", argument);
    assertThat(result.status()).isGreaterThanOrEqualTo(2);
    if (!argument.startsWith("--secret-file")) {
      assertThat(result.out() + result.err()).doesNotContain(Run.CERTIFICATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--certificate=abc", "--secret", "--key=1", "--password"})
  void anOptionForASecretIsToldWhereSecretsGo(String option) {
    assertThat(Run.withProject().jeton("mint", "agora", "rtc", option).err())
        .startsWith("jeton: a secret is never given as an argument; set its variable or give"
            + " --secret-file FILE\n");
  }

  @Test
  void aFileOfArgumentsIsNotExpanded() {
    assertThat(Run.bare().jeton("inspect", "@/etc/passwd").out()).startsWith("unrecognised");
  }

  @Test
  void servePointsAtTheLauncher() {
    Result result = Run.bare().jeton("serve", "--port", "8080", "whatever");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "jeton: the server is not in this jar; run ./jeton serve in the folder of Jeton\n");
  }

  @Test
  void anArgumentThatTheLocaleGarbledIsNotMintedFor() {
    Result result = Run.withProject()
        .jeton("mint", "agora", "rtc", "--channel", "c", "--account", "\ufffd\ufffdb");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo("jeton: an argument holds characters that this locale cannot"
            + " express; set LC_ALL=C.UTF-8\n");
  }
}
