package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import dev.jeton.server.audit.chain.ChainSearch;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton audit find}. */
@Command(
    name = "find",
    description = {
      "Print the rows of a token that turned up somewhere, or those about a person, as they stand",
      "in the audit file. Where names were not erased, each row gets a last member with them.",
      "Needs the key of the hashes, audit.key in the data folder."
    },
    customSynopsis = "jeton audit find [--data ./data] (TOKEN|- | --person TEXT|-)",
    footer = {
      "",
      "Exit status",
      "  0 found, 1 not found, 3 a file cannot be read",
      "",
      "Examples",
      "  pbpaste | jeton audit find --data /var/lib/jeton -",
      "  jeton audit find --data /var/lib/jeton --person alice@example.com"
    })
final class AuditFindCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private AuditFolder audit = new AuditFolder();

  @Mixin
  private TokenArgument token = new TokenArgument();

  @Mixin
  private PersonOption person = new PersonOption();

  AuditFindCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ChainSearch search = search();
    try {
      int rows = search.search(environment.out()::println);
      return rows > 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (IOException e) {
      throw audit.unreadable(e);
    }
  }

  private ChainSearch search() {
    if (!person.given()) {
      String text = token.text(environment);
      return ChainSearch.token(audit.path(), audit.key(), text);
    }
    if (token.given()) {
      throw new UsageException("give either a token or --person, not both");
    }
    return ChainSearch.person(audit.path(), audit.key(), person.text(environment));
  }
}
