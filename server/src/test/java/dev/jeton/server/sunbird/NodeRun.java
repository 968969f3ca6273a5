package dev.jeton.server.sunbird;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Node with the npm packages of the library's tests. */
final class NodeRun {
  private static final Path PROJECT = Path.of("..", "tokens", "src", "test", "node");

  private NodeRun() {}

  /** Runs it with this on its standard input, and gives the lines that it printed. */
  static List<String> run(Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(PROJECT.resolve("node_modules")),
        "skipped: install Node.js and npm, and let the tests of tokens run `npm ci` first");
    ProcessBuilder builder = new ProcessBuilder("node")
        .directory(PROJECT.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    Process node = builder.start();
    try (Writer in = node.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    }
    try (var out = node.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      if (node.waitFor() != 0) {
        throw new AssertionError("node ended with " + node.exitValue() + " after " + lines);
      }
      return lines;
    }
  }
}
