package dev.jeton.bench.cli;

import dev.jeton.bench.BenchFault;
import dev.jeton.bench.Checkout;
import dev.jeton.bench.Machine;
import dev.jeton.bench.Spread;
import dev.jeton.bench.Verdict;
import dev.jeton.bench.agora.SampleProject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "cli",
    description = "Times 20 warm runs of jeton inspect, from process start to exit.",
    mixinStandardHelpOptions = true)
public final class CliCommand implements Callable<Integer> {
  private static final int WARMUPS = 3;
  private static final int RUNS = 20;
  private static final double BUDGET_SECONDS = 0.5;

  @Override
  public Integer call() {
    SecureRandom random = new SecureRandom();
    String token = SampleProject.random(random).token(Instant.now(), random);
    ProcessBuilder inspect = new ProcessBuilder(Checkout.launcher().toString(), "inspect", token)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD);
    for (int i = 0; i < WARMUPS; i++) {
      seconds(inspect);
    }
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      seconds[i] = seconds(inspect);
    }
    System.out.println(Machine.describe());
    System.out.print(report(Spread.of(seconds)));
    return 0;
  }

  static String report(Spread seconds) {
    return "jeton inspect, seconds of " + RUNS + " runs, median (least..greatest): "
        + seconds.text(2) + "\n"
        + Verdict.atMost(BUDGET_SECONDS, seconds.median(), "jeton inspect, median seconds") + "\n";
  }

  private static double seconds(ProcessBuilder command) {
    long start = System.nanoTime();
    try {
      int status = command.start().waitFor();
      if (status != 0) {
        throw new BenchFault("jeton inspect ended with status " + status + "; try it by hand");
      }
    } catch (IOException e) {
      throw new BenchFault("jeton inspect cannot be started");
    } catch (InterruptedException e) {
      throw new BenchFault("interrupted");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
