package dev.jeton.bench.tokens;

import dev.jeton.bench.BenchFault;
import dev.jeton.bench.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "tokens",
    description =
        "Mints, parses and verifies beside the official library and the bare cryptography.",
    mixinStandardHelpOptions = true)
public final class TokensCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "One short round, about half a minute.")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write JMH's raw figures.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    JmhRounds rounds = new JmhRounds();
    try {
      rounds.run(quick ? Effort.QUICK : Effort.FULL, System.err);
    } catch (RunnerException e) {
      throw new BenchFault("JMH stopped: " + e.getMessage());
    }
    System.out.println(Machine.describe());
    System.out.println();
    System.out.print(new TokensReport(rounds.comparisons()));
    if (json != null) {
      write(rounds, json);
    }
    return 0;
  }

  private static void write(JmhRounds rounds, Path file) {
    try (PrintStream target = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      rounds.writeJson(target);
    } catch (IOException e) {
      throw new BenchFault(file + " cannot be written; name a file in a folder that exists");
    }
  }
}
