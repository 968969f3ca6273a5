package dev.jeton.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The built server as a process of its own, as an operator starts it. */
public final class RunningServer implements AutoCloseable {
  private static final Path RUNNER =
      Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> listening = new CompletableFuture<>();
  private final Thread reader;

  private RunningServer(Process process) {
    this.process = process;
    reader = new Thread(this::readOutput, "output of the server");
    reader.start();
  }

  /** Starts it in a folder on a free port and waits until it listens. */
  public static RunningServer start(Path folder, Map<String, String> environment, String... args)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--port", "0"));
    RunningServer server = launch(folder, environment, words.toArray(String[]::new));
    try {
      server.listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return server;
    } catch (TimeoutException e) {
      server.close();
      throw new IllegalStateException("the server does not listen: " + server.output, e);
    }
  }

  /** Starts it in a folder without waiting for anything. */
  public static RunningServer launch(Path folder, Map<String, String> environment, String... args)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words = new ArrayList<>(List.of(java, "-jar", RUNNER.toString(), "serve"));
    words.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeIf(RunningServer::isSetting);
    builder.environment().putAll(environment);
    return new RunningServer(builder.redirectErrorStream(true).start());
  }

  private static boolean isSetting(String name) {
    return name.startsWith("JETON_") || name.startsWith("AGORA_") || name.startsWith("APP_");
  }

  public int port() {
    String line = listening.join();
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  public WireClient client() {
    return new WireClient(port());
  }

  /** What it has printed so far. */
  public List<String> output() {
    return output;
  }

  /** Asks it to stop, as a service manager does. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for its end; all output has been read then. */
  public int exitStatus() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server does not end: " + output);
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.startsWith("listening on ")) {
          listening.complete(line);
        }
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
    listening.completeExceptionally(new IllegalStateException("the server ended: " + output));
  }
}
