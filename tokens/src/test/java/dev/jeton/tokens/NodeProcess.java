package dev.jeton.tokens;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One node process that runs a script of the tests, which answers a line of JSON with another. */
public final class NodeProcess implements AutoCloseable {
  private static final Path PROJECT = Path.of("src", "test", "node");

  private final ObjectMapper json = new ObjectMapper();
  private final Process node;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private NodeProcess(Process node) {
    this.node = node;
    this.questions = node.outputWriter(StandardCharsets.UTF_8);
    this.answers = node.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it, with {@code npm ci} first where needed; without node the test counts as skipped. */
  public static NodeProcess start(String script) throws IOException, InterruptedException {
    assumeTrue(
        runs("node") && runs("npm"),
        "skipped: install Node.js 18 or newer with npm to run the round trips with npm packages");
    if (!Files.isDirectory(PROJECT.resolve("node_modules"))) {
      Path log = Files.createTempFile("npm-ci", ".log");
      int status = new ProcessBuilder("npm", "ci", "--ignore-scripts")
          .directory(PROJECT.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start()
          .waitFor();
      assumeTrue(
          status == 0,
          () -> "skipped: `npm ci` in tokens/src/test/node failed; is a registry in reach? See "
              + log);
    }
    return new NodeProcess(new ProcessBuilder("node", script)
        .directory(PROJECT.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  /** One question, and its answer. */
  public JsonNode ask(Map<String, ?> question) throws IOException {
    questions.write(json.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("node ended while it was asked for " + question.get("op"));
    }
    return json.readTree(answer);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    node.destroy();
  }

  private static boolean runs(String program) throws InterruptedException {
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
}
