package dev.jeton.server.kandy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node process that answers each line of JSON with another, within a bounded time. */
final class NodeLines implements AutoCloseable {
  /** The scripts of the library's tests, which need no packages. */
  static final Path TOKENS = Path.of("..", "tokens", "src", "test", "node");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 90;

  private final Process node;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private NodeLines(Process node) {
    this.node = node;
    questions = node.outputWriter(StandardCharsets.UTF_8);
    answers = node.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a script of a folder; without node the test counts as skipped. */
  static NodeLines start(Path folder, String script) throws IOException, InterruptedException {
    assumeTrue(runs("node"), "skipped: install Node.js 18 or newer; ./jeton test --install does");
    return new NodeLines(new ProcessBuilder("node", script)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  static boolean runs(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(program, "--version"))
              .redirectErrorStream(true)
              .redirectOutput(new File("/dev/null"))
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  JsonNode ask(Map<String, ?> question) throws Exception {
    questions.write(JSON.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    CompletableFuture<String> line = CompletableFuture.supplyAsync(this::readLine);
    try {
      return JSON.readTree(line.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      node.destroyForcibly();
      throw new AssertionError("node gave no answer to " + question.get("op"), e);
    }
  }

  private String readLine() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("node has ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its end of input tells the script to end. */
  @Override
  public void close() throws IOException {
    questions.close();
    try {
      if (!node.waitFor(10, TimeUnit.SECONDS)) {
        node.destroyForcibly();
      }
    } catch (InterruptedException e) {
      node.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
