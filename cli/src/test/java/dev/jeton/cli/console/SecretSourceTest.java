package dev.jeton.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {
  private static final String VARIABLE = "AGORA_APP_CERTIFICATE";

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void readsAFileAndDropsOneLineEnd(String end) throws IOException {
    Path file = file(Run.CERTIFICATE + end, "rw-------");
    assertMinted(mint(Run.bare(), "--secret-file", file.toString()), "");
    assertMinted(mint(Run.bare().with(VARIABLE + "_FILE", file.toString())), "");
  }

  @Test
  void dropsNoSecondLineEnd() throws IOException {
    Path file = file(Run.CERTIFICATE + "\n\n", "rw-------");
    assertThat(mint(Run.bare(), "--secret-file", file.toString()).err())
        .startsWith(
            "jeton: --secret-file: an App Certificate is 32 hex digits, not 33 characters\n");
  }

  @Test
  void theFileOnTheCommandLineWins() throws IOException {
    Path file = file(Run.CERTIFICATE, "rw-------");
    assertMinted(mint(Run.bare().with(VARIABLE, "nonsense"), "--secret-file", file.toString()), "");
  }

  @Test
  void refusesAFileThatEverybodyCanRead() throws IOException {
    Path file = file(Run.CERTIFICATE, "rw-r--r--");
    String why = " names a file that everybody on this machine can read: "
        + VisibleText.of(file.toString()) + "; chmod 600 it";
    assertRefused(mint(Run.bare(), "--secret-file", file.toString()), 2, "--secret-file" + why);
    assertRefused(
        mint(Run.bare().with(VARIABLE + "_FILE", file.toString())),
        2,
        "AGORA_APP_CERTIFICATE_FILE" + why);
  }

  @Test
  void anEmptyVariableIsAnErrorAndNeverAPrompt() {
    List<String> asked = new ArrayList<>();
    Run run = Run.bare().answering(question -> {
      asked.add(question);
      return Run.CERTIFICATE.toCharArray();
    });
    Result result = mint(run.with(VARIABLE, ""));
    assertRefused(
        result,
        2,
        "AGORA_APP_CERTIFICATE is set but empty; give it the App Certificate or unset it");
    assertThat(asked).isEmpty();
  }

  @Test
  void anEmptyVariableIsAnErrorBesideAFile() throws IOException {
    String file = file(Run.CERTIFICATE, "rw-------").toString();
    assertRefused(
        mint(Run.bare().with(VARIABLE, ""), "--secret-file", file),
        2,
        "AGORA_APP_CERTIFICATE is set but empty; give it the App Certificate or unset it");
    assertRefused(
        mint(Run.bare().with(VARIABLE + "_FILE", ""), "--secret-file", file),
        2,
        "AGORA_APP_CERTIFICATE_FILE is set but empty; give it the path of a file or unset it");
    assertRefused(
        mint(Run.bare(), "--secret-file", ""),
        2,
        "--secret-file is empty; give it the path of a file");
  }

  @Test
  void anEmptyFileVariableIsAnError() {
    assertRefused(
        mint(Run.bare().with(VARIABLE + "_FILE", "")),
        2,
        "AGORA_APP_CERTIFICATE_FILE is set but empty; give it the path of a file or unset it");
  }

  @Test
  void twoVariablesAreOneTooMany() {
    assertRefused(
        mint(Run.bare().with(VARIABLE, Run.CERTIFICATE).with(VARIABLE + "_FILE", "f")),
        2,
        "AGORA_APP_CERTIFICATE and AGORA_APP_CERTIFICATE_FILE are both set; which one holds?"
            + " Unset the other");
  }

  @Test
  void anEmptyFileIsAnError() throws IOException {
    assertRefused(
        mint(Run.bare(), "--secret-file", file("\n", "rw-------").toString()),
        2,
        "--secret-file names an empty file; it must hold the App Certificate");
  }

  @Test
  void aFileThatCannotBeReadIsAFault() {
    assertRefused(
        mint(Run.bare(), "--secret-file", "no-such-file"),
        3,
        "--secret-file names a file that does not exist: no-such-file");
    Result result = mint(Run.bare(), "--secret-file", folder.toString());
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("jeton: --secret-file names a file that cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f1d2d2f924e986ac86fdf7b36c94bcd", "f1d2d2f924e986ac86fdf7b36c94bcdff"})
  void aCertificateHas32Digits(String value) {
    assertRefused(
        mint(Run.bare().with(VARIABLE, value)),
        2,
        "AGORA_APP_CERTIFICATE: an App Certificate is 32 hex digits, not " + value.length()
            + " characters");
  }

  @Test
  void warnsOfASecretThatEverybodyKnows() {
    Result result = mint(Run.bare().with(VARIABLE, "5CFd2fd1755d40ecb72977518be15d3b"));
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("007");
    assertThat(result.err())
        .startsWith("warning: AGORA_APP_CERTIFICATE: it is published in ")
        .endsWith("; a server refuses such a secret\n");
  }

  @Test
  void warnsOfAPlaceholder() {
    assertMinted(
        mint(Run.bare().with(VARIABLE, "0".repeat(32))),
        "warning: AGORA_APP_CERTIFICATE: it is one piece repeated over and over;"
            + " a server refuses such a secret\n");
  }

  @Test
  void asksOnAConsole() {
    List<String> asked = new ArrayList<>();
    Result result = mint(Run.bare().answering(question -> {
      asked.add(question);
      return Run.CERTIFICATE.toCharArray();
    }));
    assertMinted(result, "");
    assertThat(asked).containsExactly("App Certificate: ");
  }

  @Test
  void nothingEnteredIsAnError() {
    assertRefused(
        mint(Run.bare().answering(question -> null)), 2, "no App Certificate was entered");
    assertRefused(
        mint(Run.bare().answering(question -> new char[0])), 2, "no App Certificate was entered");
    assertThat(mint(Run.bare().answering(question -> new char[] {'x'})).err())
        .startsWith(
            "jeton: what was entered: an App Certificate is 32 hex digits, not 1 characters");
  }

  @Test
  void withoutAConsoleAllWaysAreNamed() {
    assertRefused(
        mint(Run.bare()),
        2,
        "no App Certificate: set AGORA_APP_CERTIFICATE or AGORA_APP_CERTIFICATE_FILE, give"
            + " --secret-file FILE, or run it in a terminal to be asked");
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("certificate"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static void assertMinted(Result result, String err) {
    assertThat(result.err()).isEqualTo(err);
    assertThat(result.out()).startsWith("007");
    assertThat(result.status()).isZero();
  }

  private static void assertRefused(Result result, int status, String line) {
    assertThat(result.err()).startsWith("jeton: " + line + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(status);
  }

  private static Result mint(Run run, String... options) {
    List<String> args = new ArrayList<>(
        List.of("mint", "agora", "rtc", "--app-id", Run.APP_ID, "--channel", "c", "--uid", "1"));
    args.addAll(List.of(options));
    return run.jeton(args.toArray(String[]::new));
  }
}
