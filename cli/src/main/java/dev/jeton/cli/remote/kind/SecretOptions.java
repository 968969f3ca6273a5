package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.SecretText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the secret for a request comes from: the places of every command, or the server makes it. */
final class SecretOptions implements OptionGroup {
  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the secret. Without it: its variable, the same with _FILE; and"
          + " where none is set, the server makes one if it can.")
  private @Nullable Path file;

  @Option(names = "--prompt", description = "Ask for the secret without showing what is typed.")
  private boolean prompt;

  @Option(
      names = "--generate",
      description = "Let the server make it and show it once, even if a variable is set.")
  private boolean generate;

  /** Adds it to a request, unless the server is to make it. */
  void write(Environment environment, SecretWords words, Members members) {
    if (!words.signs()) {
      return;
    }
    if ((file != null ? 1 : 0) + (prompt ? 1 : 0) + (generate ? 1 : 0) > 1) {
      throw new UsageException("give one of --secret-file, --prompt and --generate");
    }
    if (generate && !words.generated()) {
      throw new UsageException("--generate: the server makes no " + words.noun());
    }
    if (!generate) {
      found(environment, words)
          .ifPresent(
              found -> members.text(words.member(), SecretText.of(found.origin(), found.secret())));
    }
  }

  private Optional<Found> found(Environment environment, SecretWords words) {
    SecretSource source = new SecretSource(environment, words.noun(), words.variable());
    if (file != null) {
      return Optional.of(source.required(file));
    }
    if (prompt) {
      return Optional.of(source.asked());
    }
    if (!words.generated()) {
      return Optional.of(source.required(null));
    }
    Optional<Found> found = source.optional();
    found.ifPresent(taken -> environment
        .err()
        .println("the " + words.noun() + " is taken from " + taken.origin()
            + "; --generate makes a new one"));
    return found;
  }

  @Override
  public String heading() {
    return "Secret";
  }
}
