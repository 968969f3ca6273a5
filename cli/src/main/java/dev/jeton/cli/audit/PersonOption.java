package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a command is about. */
final class PersonOption {
  @Option(
      names = "--person",
      paramLabel = "TEXT",
      description = {
        "A user name, uid, account or public key, exactly as it was in the request,",
        "or - to read it from standard input."
      })
  private @Nullable String person;

  boolean given() {
    return person != null;
  }

  String text(Environment environment) {
    String text = person == null ? "" : TokenArgument.text(person, environment);
    if (text.isEmpty()) {
      throw new UsageException("missing: --person with a user name, uid, account or public key");
    }
    return text;
  }
}
