package dev.jeton.bench.load;

import dev.jeton.bench.BenchFault;
import dev.jeton.bench.Checkout;
import dev.jeton.bench.Folders;
import dev.jeton.bench.Machine;
import dev.jeton.bench.ServerProcess;
import dev.jeton.bench.agora.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "load",
    description = "Puts wrk on the minting door and on a constant answer of the same server.",
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {
  private static final List<Integer> CONNECTIONS = List.of(32, 128);
  private static final int ROUNDS = 5;

  /** Slices of warming up, on each route. */
  private static final int WARMUPS = 3;

  private static final int SLICES = 2 * (WARMUPS + ROUNDS * CONNECTIONS.size());

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "120",
      description = "How long it may load the server, at least 26 (${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() throws IOException {
    if (!Wrk.isInstalled()) {
      System.out.println(
          "skipped: wrk is not installed (Debian: apt-get install wrk, macOS: brew install wrk)");
      return 0;
    }
    if (seconds < SLICES) {
      throw new BenchFault("--seconds is at least " + SLICES + ", not " + seconds);
    }
    Path jar = Checkout.serverJar();
    Path folder = Files.createTempDirectory("jeton-bench");
    SampleProject project = SampleProject.random(new SecureRandom());
    try (ServerProcess server =
        ServerProcess.start(command(jar, folder), folder, settings(project))) {
      measure(server, new Wrk(folder), seconds / SLICES);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  /** On this JVM's Java. */
  private static List<String> command(Path jar, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-jar",
        jar.toString(),
        "--port",
        "0",
        "--data",
        folder.resolve("data").toString());
  }

  private static Map<String, String> settings(SampleProject project) {
    return Map.of(
        "JETON_HTTP_CONSTANT_DOOR",
        "true",
        "AGORA_APP_ID",
        project.appId(),
        "AGORA_APP_CERTIFICATE",
        project.certificate());
  }

  private static void measure(ServerProcess server, Wrk wrk, int sliceSeconds) throws IOException {
    for (int i = 0; i < WARMUPS; i++) {
      wrk.run(server.base(), Route.CONSTANT, CONNECTIONS.get(0), sliceSeconds);
      wrk.run(server.base(), Route.MINT, CONNECTIONS.get(0), sliceSeconds);
    }
    List<LoadFigures> figures = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      System.err.println("measuring with " + connections + " connections");
      List<Turn> constant = new ArrayList<>();
      List<Turn> mint = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        constant.add(turn(server, wrk, Route.CONSTANT, connections, sliceSeconds));
        mint.add(turn(server, wrk, Route.MINT, connections, sliceSeconds));
      }
      figures.add(new LoadFigures(connections, constant, mint));
    }
    OptionalLong resident = server.residentMebibytes();
    System.out.println(Machine.describe() + "; wrk on the same machine");
    System.out.println();
    System.out.print(new LoadReport(figures, resident));
  }

  private static Turn turn(
      ServerProcess server, Wrk wrk, Route route, int connections, int sliceSeconds)
      throws IOException {
    Duration before = server.cpu();
    Slice slice = wrk.run(server.base(), route, connections, sliceSeconds);
    if (slice.requests() == 0) {
      throw new BenchFault(route.name() + " was never answered");
    }
    return new Turn(slice, server.cpu().minus(before));
  }
}
