package dev.jeton.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The built server, on a free port with a data folder of its own. Closing it stops it. */
public final class ServerProcess implements AutoCloseable {
  private static final String READY = "listening on ";
  private static final int STOP_SECONDS = 15;

  /** Which Java and which build are measured, the caller says. */
  private static final Set<String> LAUNCHERS = Set.of("JETON_JAVA_HOME", "JETON_BUILD");

  private final Process process;
  private final String base;

  private ServerProcess(Process process, String base) {
    this.process = process;
    this.base = base;
  }

  /** Starts it with these settings alone and waits until it says where it listens. */
  public static ServerProcess start(
      List<String> command, Path folder, Map<String, String> environment) throws IOException {
    Path output = folder.resolve("server.log");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(Redirect.to(output.toFile()));
    builder.environment().keySet().removeIf(ServerProcess::isSetting);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        drain(lines);
        return new ServerProcess(process, line.substring(READY.length()).strip());
      }
    }
    process.destroy();
    throw new BenchFault(
        "the server did not start:\n" + Files.readString(output).strip());
  }

  /** What the caller has set for a server of its own would meet the test project. */
  private static boolean isSetting(String name) {
    return (name.startsWith("JETON_") && !LAUNCHERS.contains(name))
        || name.startsWith("AGORA_")
        || name.startsWith("APP_")
        || name.equals("PORT")
        || name.equals("SERVER_PORT")
        || name.equals("CORS_ALLOW_ORIGIN");
  }

  /** The access log would fill the pipe and stop the server. */
  private static void drain(BufferedReader lines) {
    Thread drain = new Thread(
        () -> {
          try {
            while (lines.read(new char[8192]) >= 0) {
              // Nobody reads it.
            }
          } catch (IOException e) {
            // The server is gone.
          }
        },
        "server output");
    drain.setDaemon(true);
    drain.start();
  }

  /** {@code http://localhost:8080}. */
  public String base() {
    return base;
  }

  /** The processor time it has used so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory in MiB; unknown where there is no {@code /proc}. */
  public OptionalLong residentMebibytes() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
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
