package dev.jeton.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A script of the library's tests, with the npm packages that real clients use, asked one thing. */
public final class NodeScript {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROJECT = Path.of("..", "tokens", "src", "test", "node");

  private NodeScript() {}

  /** What it answers; without Node.js or its packages the test counts as skipped. */
  public static JsonNode ask(String script, Map<String, ?> question) throws IOException {
    assumeTrue(
        Files.isDirectory(PROJECT.resolve("node_modules")),
        "skipped: install Node.js and npm, and let the tests of tokens run `npm ci` first");
    Process node = new ProcessBuilder("node", script)
        .directory(PROJECT.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (Writer line = node.outputWriter(StandardCharsets.UTF_8)) {
      line.write(JSON.writeValueAsString(question) + "\n");
    }
    try (var answer = node.inputReader(StandardCharsets.UTF_8)) {
      String line = answer.readLine();
      if (line == null) {
        throw new AssertionError(script + " gave no answer to " + question.get("op"));
      }
      return JSON.readTree(line);
    }
  }
}
