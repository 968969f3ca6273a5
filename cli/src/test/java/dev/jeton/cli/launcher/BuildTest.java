package dev.jeton.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {

  private final Path folder;
  private final Checkout checkout;

  BuildTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    checkout = Checkout.in(folder);
    checkout.settle();
  }

  @Test
  void theFirstStartBuildsAndTheNextDoesNot() throws Exception {
    Start first = checkout.start(folder, "inspect", "x");
    assertThat(first.errors()).startsWith("jeton: first build");
    assertThat(first.out()).contains("last x");

    Start next = checkout.start(folder, "inspect", "y");
    assertThat(next.out()).contains("last y");
    assertThat(next.errors()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "server/pom.xml", "tokens/src/main/java/A.java", "cli/src/main/java"})
  void anEditLeadsToANewBuild(String edited) throws Exception {
    assertThat(checkout.start(folder, "build").status()).isZero();

    checkout.edit(edited);

    assertThat(checkout.start(folder, "build").errors()).startsWith("jeton: building\n");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void whatTheServerLoadsIsRecordedOnceForABuild() throws Exception {
    Start first = checkout.start(folder, "serve");
    assertThat(first.errors()).contains("jeton: recording what the server loads");
    assertThat(first.out()).contains("last serve");

    Start second = checkout.start(folder, "serve");
    assertThat(second.errors()).isEmpty();
    assertThat(second.out()).contains("last serve");
  }

  @Test
  void anEditDuringTheBuildIsNotLost() throws Exception {
    checkout.mavenDoes("touch tokens/src/main/java/A.java");

    checkout.start(folder, "build").status();
    checkout.mavenDoes("");
    checkout.start(folder, "build").status();

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
    checkout.mavenDoes("echo '[ERROR] A.java: no such symbol'; echo '[ERROR] -> [Help 1]'; exit 1");

    Start failed = checkout.start(folder, "inspect", "x");
    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.errors())
        .contains("the build failed", "no such symbol", "target/jeton/build.log")
        .doesNotContain("Help");
    assertThat(failed.out()).isEmpty();

    checkout.mavenDoes("");
    assertThat(checkout.start(folder, "inspect", "x").status()).isZero();
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    Start one = checkout.start(folder, "inspect", "x");
    Start other = checkout.start(folder, "inspect", "y");

    assertThat(one.out()).contains("last x");
    assertThat(other.out()).contains("last y");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void anInterruptedBuildEndsMavenAndCountsForNothing() throws Exception {
    checkout.mavenDoes("mkfifo reached; : >reached; exec sleep 60");
    Path reached = checkout.root().resolve("reached");
    Start interrupted = checkout.start(folder, "build");
    awaitFile(interrupted, reached);
    ProcessHandle maven = interrupted.process().descendants().findFirst().orElseThrow();

    interrupted.process().destroy();

    assertThat(interrupted.status()).isEqualTo(143);
    assertThat(maven.onExit()).succeedsWithin(Duration.ofSeconds(10));
    checkout.mavenDoes("");
    assertThat(checkout.start(folder, "build").status()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aServerThatRunsKeepsItsBuild() throws Exception {
    checkout.start(folder, "build").status();
    Path build = onlyBuild();
    Files.createFile(build.resolve("used-by." + ProcessHandle.current().pid()));

    checkout.edit("pom.xml");
    checkout.start(folder, "build").status();
    assertThat(build).exists();

    Files.delete(build.resolve("used-by." + ProcessHandle.current().pid()));
    checkout.start(folder, "build").status();
    assertThat(build).doesNotExist();
  }

  private static void awaitFile(Start start, Path file) {
    while (!Files.exists(file) && start.process().isAlive()) {
      Thread.onSpinWait();
    }
  }

  private Path onlyBuild() throws IOException {
    try (var builds =
        Files.newDirectoryStream(checkout.root().resolve("target/jeton"), "build-*")) {
      return builds.iterator().next();
    }
  }
}
