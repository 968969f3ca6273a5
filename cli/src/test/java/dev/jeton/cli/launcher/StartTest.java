package dev.jeton.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

  private final Path folder;
  private final Checkout checkout;

  StartTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    checkout = Checkout.in(this.folder);
  }

  @Test
  void theCallersFolderAndArgumentsAreKept() throws Exception {
    Start start = checkout.start(folder, "mint", "agora", "--channel", "a b *");

    assertThat(start.out()).isEqualTo("in " + folder + "\nlast a b *\n");
  }

  @Test
  void argumentsAreReadAsUtf8InAnEmptyEnvironment() throws Exception {
    assertThat(inLocale(Map.of()).out()).endsWith("last Zoë\n");
    assertThat(checkout.locale()).isEqualTo("C.UTF-8");
  }

  @Test
  void aLocaleOfUtf8IsLeftAlone() throws Exception {
    inLocale(Map.of("LANG", "de_DE.utf8")).status();
    assertThat(checkout.locale()).isEmpty();
    inLocale(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C")).status();
    assertThat(checkout.locale()).isEqualTo("C.UTF-8");
  }

  private Start inLocale(Map<String, String> locale) throws IOException {
    Map<String, String> variables = new HashMap<>(locale);
    variables.put("PATH", System.getenv("PATH"));
    return Start.of(
        variables, checkout.java(), checkout.root().resolve("jeton"), folder, "mint", "Zoë");
  }

  @Test
  void aLinkToTheLauncherWorks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.root().resolve("jeton"));

    assertThat(Start.of(checkout.java(), link, folder, "serve", "--port", "0").out())
        .contains("last 0");
  }

  @Test
  void noVerbIsACallForHelp() throws Exception {
    assertThat(checkout.start(folder).out()).contains("last --help");
  }

  @Test
  void aJavaThatIsTooOldIsOnePlainLine() throws Exception {
    checkout.javaIs("11.0.2");

    Start start = checkout.start(folder, "inspect", "x");

    assertThat(start.status()).isEqualTo(3);
    assertThat(start.errors()).contains("version 17 or newer").doesNotContain("not found");
    assertThat(start.errors().lines()).hasSizeLessThan(3);
  }

  @Test
  void anUnknownTestSuiteIsRefused() throws Exception {
    Start start = checkout.start(folder, "test", "everything");

    assertThat(start.status()).isEqualTo(2);
    assertThat(start.errors()).contains("no test suite 'everything'").hasLineCount(1);
  }

  @Test
  void roundsOfTheCrashSuiteAreANumber() throws Exception {
    for (String[] words : new String[][] {
      {"test", "crash", "--rounds", "many"},
      {"test", "crash", "--rounds", "9"},
      {"test", "crash", "--rounds"},
      {"test", "crash", "-x", "1"}
    }) {
      Start start = checkout.start(folder, words);
      assertThat(start.status()).isEqualTo(2);
      assertThat(start.errors()).hasLineCount(1);
    }
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void aReleaseRunsWithoutMavenAndRefusesToBuild() throws Exception {
    Files.delete(checkout.root().resolve("pom.xml"));
    Path lib = Files.createDirectories(checkout.root().resolve("lib/server"));
    Files.createFile(lib.resolve("quarkus-run.jar"));
    Files.createFile(lib.resolve("../jeton.jar").normalize());

    assertThat(checkout.start(folder, "inspect", "x").out()).contains("last x");
    assertThat(checkout.start(folder, "dist").status()).isEqualTo(2);
    assertThat(checkout.builds()).isZero();
  }
}
