package dev.jeton.bench.store;

import dev.jeton.bench.BenchFault;
import dev.jeton.bench.Checkout;
import dev.jeton.bench.Folders;
import dev.jeton.bench.Machine;
import dev.jeton.bench.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "store",
    description = "Starts the server with many projects stored, and asks for a token and a list.",
    mixinStandardHelpOptions = true)
public final class StoreCommand implements Callable<Integer> {
  private static final String PAGE = "/api/v1/agora/projects?limit=50";
  private static final int WARM_PAGES = 20;
  private static final int AT_ONCE = 500;

  @Option(
      names = "--projects",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many projects (${DEFAULT-VALUE}).")
  private int projects;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many starts of each kind (${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    if (projects < 1 || rounds < 1) {
      throw new BenchFault("--projects and --rounds are at least 1");
    }
    Path folder = Files.createTempDirectory("jeton-bench");
    try {
      Path few = prepared(folder, "few", 1);
      Path many = prepared(folder, "many", projects);
      List<Start> withOne = new ArrayList<>();
      List<Start> withMany = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        withOne.add(start(folder, few));
        withMany.add(start(folder, many));
      }
      System.out.println(Machine.describe() + "; the server as ./jeton serve starts it");
      System.out.println();
      System.out.print(new StoreReport(projects, withOne, withMany));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  /** A data folder with that many projects. */
  private static Path prepared(Path folder, String name, int count) throws IOException {
    Path data = folder.resolve(name);
    Operator operator = new Operator(data);
    long begin = System.nanoTime();
    try (ServerProcess server = ServerProcess.start(command(data), folder, Map.of())) {
      operator.turnTo(server.base());
      for (int from = 0; from < count; from += AT_ONCE) {
        operator.post("/api/v1/apply", resources(from, Math.min(count, from + AT_ONCE)));
      }
    }
    System.err.printf(
        Locale.ROOT, "%d projects made in %.1f s%n", count, (System.nanoTime() - begin) / 1e9);
    return data;
  }

  private static String resources(int from, int to) {
    StringBuilder yaml = new StringBuilder("resources:\\n");
    for (int i = from; i < to; i++) {
      yaml.append(String.format(
          Locale.ROOT, "- {kind: agora-project, name: project-%05d, appId: '%032x'}\\n", i, i + 1));
    }
    return "{\"yaml\":\"" + yaml + "\"}";
  }

  private static Start start(Path folder, Path data) throws IOException {
    Operator operator = new Operator(data);
    long begin = System.nanoTime();
    try (ServerProcess server = ServerProcess.start(command(data), folder, Map.of())) {
      double listening = (System.nanoTime() - begin) / 1e9;
      operator.turnTo(server.base());
      operator.post(
          "/api/v1/tokens/agora/rtc",
          "{\"project\":\"project-00000\",\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}");
      double firstToken = (System.nanoTime() - begin) / 1e9;
      double cpu = server.cpu().toNanos() / 1e9;
      double firstPage = page(operator);
      double warmPage = firstPage;
      for (int i = 0; i < WARM_PAGES; i++) {
        warmPage = page(operator);
      }
      OptionalLong resident = server.residentMebibytes();
      return new Start(listening, firstToken, cpu, firstPage, warmPage, resident);
    }
  }

  private static double page(Operator operator) throws IOException {
    long begin = System.nanoTime();
    operator.get(PAGE);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static List<String> command(Path data) {
    return List.of(
        Checkout.launcher().toString(), "serve", "--port", "0", "--data", data.toString());
  }
}
