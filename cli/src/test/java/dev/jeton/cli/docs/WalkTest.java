package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is a script here that says what the real one says, and then waits. */
class WalkTest {

  private final Path folder;
  private final Walk walk;

  WalkTest(@TempDir Path folder) throws IOException {
    Path launcher = folder.resolve("launcher");
    Files.writeString(launcher, """
        #!/bin/sh
        echo $$ >pid
        echo "listening on http://localhost:$PORT"
        exec sleep 60
        """);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    this.folder = folder;
    walk = new Walk(Console.in(folder, launcher));
  }

  @AfterEach
  void stop() {
    walk.close();
  }

  @Test
  void aPageTalksToTheServerThatItStarted() throws Exception {
    take("""
        <!-- serves -->
        ```sh
        ./jeton serve
        ```
        ```sh
        echo localhost:8080
        ```
        ```text
        localhost:…
        ```
        """);

    assertThat(ProcessHandle.of(pid()).map(ProcessHandle::isAlive)).contains(true);
    walk.close();
    assertThat(ProcessHandle.of(pid())).isEmpty();
  }

  @Test
  void aServerIsStartedForThePageThatNeedsOne() throws Exception {
    take("```sh\necho localhost:8080\n```\n```text\nlocalhost:…\n```\n");

    assertThat(folder.resolve("pid")).exists();
  }

  @Test
  void aPageWithoutRequestsStartsNone() throws Exception {
    take("```sh\necho hello\n```\n```text\nhello\n```\n");

    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void aCommandThatFailsIsToldWithItsPlaceAndErrors() {
    assertThatThrownBy(() -> take("```sh\necho no >&2; false\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.md, line 1 ended with status 1")
        .hasMessageContaining("no");
  }

  @Test
  void aServerThatEndsAtOnceIsTold() {
    assertThatThrownBy(() -> take("<!-- serves -->\n```sh\necho port in use >&2; exit 3\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.md, line 2: the server ended before it said")
        .hasMessageContaining("port in use");
  }

  private void take(String markdown) throws IOException, InterruptedException {
    for (Step step : Step.of(Page.parse("a.md", markdown))) {
      walk.take(step);
    }
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }
}
