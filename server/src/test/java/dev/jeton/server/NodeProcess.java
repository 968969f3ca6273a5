package dev.jeton.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Node.js with the npm packages that real clients use, and a bound on how long it is waited for. */
public final class NodeProcess implements AutoCloseable {
  /** The project of the library's tests. */
  public static final Path LIBRARY = Path.of("..", "tokens", "src", "test", "node");

  /** The project that drives a browser. */
  public static final Path BROWSER = Path.of("src", "test", "node");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 90;

  private final Process node;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private NodeProcess(Process node) {
    this.node = node;
    questions = node.outputWriter(StandardCharsets.UTF_8);
    answers = node.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a script that answers each line of JSON with another. Without node or its packages the test
   * counts as skipped.
   */
  public static NodeProcess start(Path project, String script) throws Exception {
    return new NodeProcess(node(project, script).start());
  }

  /** One question to a script of the library's tests. */
  public static JsonNode ask(String script, Map<String, ?> question) throws Exception {
    try (NodeProcess node = start(LIBRARY, script)) {
      return node.ask(question);
    }
  }

  /** Runs a module that is given as text, and gives the lines that it printed. */
  public static List<String> run(Map<String, String> environment, String module) throws Exception {
    ProcessBuilder builder = node(LIBRARY, "--input-type=module", "-");
    builder.environment().putAll(environment);
    Process node = builder.start();
    try (Writer in = node.outputWriter(StandardCharsets.UTF_8)) {
      in.write(module);
    }
    try (var out = node.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      if (node.waitFor() != 0) {
        throw new AssertionError("node ended with " + node.exitValue() + " after " + lines);
      }
      return lines;
    }
  }

  /** Whether there is such a program on this machine. */
  public static boolean runs(String program) throws InterruptedException {
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

  private static ProcessBuilder node(Path project, String... arguments) throws Exception {
    assumeTrue(
        runs("node") && Files.isDirectory(project.resolve("node_modules")),
        () -> "skipped: install Node.js 18 or newer and the npm packages of " + project
            + "; ./jeton test --install does");
    ProcessBuilder builder = new ProcessBuilder("node")
        .directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.command().addAll(List.of(arguments));
    return builder;
  }

  /** What it answers to a line. */
  public JsonNode ask(Map<String, ?> question) throws Exception {
    questions.write(JSON.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    CompletableFuture<String> line = CompletableFuture.supplyAsync(
        this::readLine, task -> new Thread(task, "reads node").start());
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
