package dev.jeton.bench.tokens;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all JMH classes, one thread, each contender in a JVM of its own, round after round. */
final class JmhRounds {
  private static final String BYTES = "gc.alloc.rate.norm";

  private static final String ALL = "dev\\.jeton\\.bench\\..*";

  private final List<Collection<RunResult>> rounds = new ArrayList<>();

  void run(Effort effort, PrintStream progress) throws RunnerException {
    for (int round = 1; round <= effort.rounds(); round++) {
      progress.println("round " + round + " of " + effort.rounds());
      rounds.add(new Runner(options(effort).build()).run());
    }
  }

  private static ChainedOptionsBuilder options(Effort effort) {
    TimeValue slice = TimeValue.milliseconds(effort.slice().toMillis());
    return new OptionsBuilder()
        .include(ALL)
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .threads(1)
        .forks(1)
        .warmupIterations(effort.warmups())
        .warmupTime(slice)
        .measurementIterations(effort.measurements())
        .measurementTime(slice)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs(jvmArgs());
  }

  /** As the server runs. */
  private static String[] jvmArgs() {
    List<String> args = new ArrayList<>(List.of("-Xmx96m", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 24) {
      // JMH itself uses Unsafe, and each fork would say so.
      args.add("--sun-misc-unsafe-memory-access=allow");
    }
    return args.toArray(String[]::new);
  }

  /** JMH's own JSON of all rounds, one after the other. */
  void writeJson(PrintStream target) {
    List<RunResult> all = rounds.stream().flatMap(Collection::stream).toList();
    ResultFormatFactory.getInstance(ResultFormatType.JSON, target).writeOut(all);
  }

  /** By class name, which is also the order of JMH. */
  List<Comparison> comparisons() {
    SortedMap<String, List<Map<Contender, Figure>>> byClass = new TreeMap<>();
    for (Collection<RunResult> round : rounds) {
      SortedMap<String, Map<Contender, Figure>> figures = new TreeMap<>();
      for (RunResult result : round) {
        String benchmark = result.getParams().getBenchmark();
        int dot = benchmark.lastIndexOf('.');
        figures
            .computeIfAbsent(benchmark.substring(0, dot), c -> new EnumMap<>(Contender.class))
            .put(Contender.ofMethod(benchmark.substring(dot + 1)), figure(result));
      }
      figures.forEach((name, figure) ->
          byClass.computeIfAbsent(name, n -> new ArrayList<>()).add(figure));
    }
    return byClass.entrySet().stream()
        .map(entry -> comparison(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The fastest slice: whatever else runs on the machine can only make a slice slower. */
  private static Figure figure(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(JmhRounds::figure)
        .min(Comparator.comparingDouble(Figure::nanos))
        .orElseThrow();
  }

  private static Figure figure(IterationResult slice) {
    double nanos = slice.getPrimaryResult().getScore();
    double bytes = requireNonNull(slice.getSecondaryResults().get(BYTES), BYTES).getScore();
    return new Figure(nanos, bytes);
  }

  private static Comparison comparison(String className, List<Map<Contender, Figure>> rounds) {
    try {
      Class<?> type = Class.forName(className);
      Operation operation = type.getAnnotation(Operation.class);
      String name = operation != null ? operation.value() : type.getSimpleName();
      return new Comparison(name, type.getAnnotation(Budget.class), rounds);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH ran a class that is not there", e);
    }
  }
}
