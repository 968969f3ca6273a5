package dev.jeton.server.agora;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Agora's own npm package as a client: the Node project of the library's tests reads a token. */
final class NpmReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROJECT = Path.of("..", "tokens", "src", "test", "node");

  private NpmReader() {}

  /** What it reads, and whether the signature holds under the certificate. */
  static JsonNode read(String token, String certificate) throws IOException {
    assumeTrue(
        Files.isDirectory(PROJECT.resolve("node_modules")),
        "skipped: install Node.js and npm, and let the tests of tokens run `npm ci` first");
    Process node = new ProcessBuilder("node", "round-trips.js")
        .directory(PROJECT.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (Writer question = node.outputWriter(StandardCharsets.UTF_8)) {
      Map<String, String> line =
          Map.of("op", "read007", "token", token, "certificate", certificate);
      question.write(JSON.writeValueAsString(line) + "\n");
    }
    try (var answer = node.inputReader(StandardCharsets.UTF_8)) {
      return JSON.readTree(answer.readLine());
    }
  }
}
