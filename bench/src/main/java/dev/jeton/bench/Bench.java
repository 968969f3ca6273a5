package dev.jeton.bench;

import dev.jeton.bench.cli.CliCommand;
import dev.jeton.bench.load.LoadCommand;
import dev.jeton.bench.store.StoreCommand;
import dev.jeton.bench.tokens.TokensCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code jeton bench}. Exit status: 0 measured, 2 wrong usage, 3 fault. */
@Command(
    name = "jeton bench",
    description = "Measures Jeton. Without a word: tokens.",
    mixinStandardHelpOptions = true,
    subcommands = {TokensCommand.class, LoadCommand.class, CliCommand.class, StoreCommand.class})
public final class Bench {
  private static final int USAGE = 2;
  private static final int FAULT = 3;
  private static final String HELP = "; ./jeton bench --help lists what there is";

  private Bench() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Bench())
        .setParameterExceptionHandler((e, words) -> complain(e.getMessage() + HELP, USAGE))
        .setExecutionExceptionHandler((e, command, parsed) -> {
          if (e instanceof BenchFault) {
            return complain(e.getMessage(), FAULT);
          }
          throw e;
        })
        .execute(withDefault(args));
  }

  /** No word, or an option first: tokens is meant. */
  static String[] withDefault(String... args) {
    boolean named = args.length > 0 && !args[0].startsWith("-");
    boolean help = args.length > 0 && (args[0].equals("--help") || args[0].equals("-h"));
    if (named || help) {
      return args;
    }
    String[] words = new String[args.length + 1];
    words[0] = "tokens";
    System.arraycopy(args, 0, words, 1, args.length);
    return words;
  }

  private static int complain(@Nullable String line, int status) {
    System.err.println("jeton bench: " + line);
    return status;
  }
}
