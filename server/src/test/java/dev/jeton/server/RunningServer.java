package dev.jeton.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsSection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The built server as a process of its own, on a free port, in a folder of its own. */
public final class RunningServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_THAT_WARNS = 24;
  private static final String READY = "listening on ";
  private static final Set<String> SETTINGS = settings();
  private static final long STOP_SECONDS = 30;
  private static final long POLL_MILLIS = 1_000;

  private final Path folder;
  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String address = "";
  private @Nullable Thread rest;

  private RunningServer(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts it with these settings in its environment; it has ended or listens when this returns. */
  public static RunningServer start(Map<String, String> environment, String... arguments) {
    try {
      return start(Files.createTempDirectory("jeton-server"), environment, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in a folder that is there. */
  public static RunningServer start(
      Path folder, Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>(List.of("--port", "0"));
    words.addAll(Arrays.asList(arguments));
    return launch(folder, environment, words.toArray(String[]::new));
  }

  /** The same with just these words on its command line. */
  public static RunningServer launch(
      Path folder, Map<String, String> environment, String... arguments) {
    return launched(command(arguments), folder, environment);
  }

  /** Runs the server's jar with just these words, the first of which says what to do. */
  public static RunningServer run(Path folder, Map<String, String> environment, String... words) {
    return launched(jar(words), folder, environment);
  }

  /** What starts it with these words. */
  public static List<String> command(String... arguments) {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(Arrays.asList(arguments));
    return jar(words.toArray(String[]::new));
  }

  private static List<String> jar(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
      // As the launcher starts it: without these, Java warns of SQLite's native code.
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of(
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-jar",
        Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString()));
    command.addAll(Arrays.asList(words));
    return command;
  }

  private static RunningServer launched(
      List<String> command, Path folder, Map<String, String> environment) {
    RunningServer server = begin(command, folder, environment);
    server.awaitReady();
    return server;
  }

  /** Starts a program that says where it listens as the server does, and does not wait for that. */
  public static RunningServer begin(
      List<String> command, Path folder, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(RunningServer::isSetting);
    builder.environment().putAll(environment);
    try {
      return new RunningServer(folder, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetting(String name) {
    return name.startsWith("JETON_") || SETTINGS.contains(name);
  }

  /** What stands in the environment of whoever runs the tests is not for the server. */
  private static Set<String> settings() {
    Set<String> names = new HashSet<>();
    for (SettingsSection<?> section : ServiceLoader.load(SettingsSection.class)) {
      for (Key key : section.keys()) {
        for (String name : key.environmentNames()) {
          names.add(name);
          names.add(name + "_FILE");
        }
      }
    }
    return names;
  }

  /** It has ended or listens when this returns. */
  public void awaitReady() {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    try {
      String line = reader.readLine();
      while (line != null) {
        print(line);
        if (line.startsWith(READY)) {
          address = line.substring(READY.length());
          rest = new Thread(() -> printRest(reader), "server output");
          rest.setDaemon(true);
          rest.start();
          return;
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A killed server's output ends anyhow. */
  private void printRest(BufferedReader reader) {
    try {
      reader.lines().forEach(this::print);
    } catch (UncheckedIOException e) {
      print("output ended: " + e.getMessage());
    }
  }

  public String address() {
    if (address.isEmpty()) {
      throw new AssertionError("the server did not start:\n" + String.join("\n", output));
    }
    return address;
  }

  public int port() {
    return URI.create(address()).getPort();
  }

  /** For requests that no proper client would send. */
  public WireClient wire() {
    return new WireClient(port());
  }

  public Path folder() {
    return folder;
  }

  /** Everything that it printed so far. */
  public List<String> output() {
    return List.copyOf(output);
  }

  /** Waits until it has printed such a line. */
  public void awaitLine(Predicate<String> wanted) throws InterruptedException {
    synchronized (output) {
      while (output.stream().noneMatch(wanted)) {
        if (!process.isAlive()) {
          throw new AssertionError("the server ended:\n" + String.join("\n", output));
        }
        output.wait(POLL_MILLIS);
      }
    }
  }

  private void print(String line) {
    synchronized (output) {
      output.add(line);
      output.notifyAll();
    }
  }

  public String adminToken() throws IOException {
    return Files.readString(folder.resolve("data").resolve("admin.token")).strip();
  }

  public Answer get(String path, String... headers) {
    return send(path, request -> request.GET(), headers);
  }

  public Answer post(String path, String body, String... headers) {
    return send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  public Answer send(String path, UnaryOperator<HttpRequest.Builder> method, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(
          client.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server answered", e);
    }
  }

  /** What it answered. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body(), e);
      }
    }
  }

  /** Waits for its end and the last of its output, and tells how it ended. */
  public int exitCode() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end");
      }
      if (rest != null) {
        rest.join();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server stopped", e);
    }
  }

  /** Asks it to stop, as a service manager does. */
  public void terminate() {
    // Process.destroy would close its output as well, and with it the last lines.
    if (!process.toHandle().destroy()) {
      throw new AssertionError("the server cannot be asked to stop");
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
