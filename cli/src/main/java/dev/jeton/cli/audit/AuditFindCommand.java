package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.server.audit.chain.ChainSearch;
import dev.jeton.server.audit.chain.TokenHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton audit find}. */
@Command(
    name = "find",
    description = {
      "Print the rows of a token that turned up somewhere, as they stand in the audit file.",
      "Needs the key of the token hashes, audit.key in the data folder."
    },
    customSynopsis = "jeton audit find [--data ./data] TOKEN|-",
    footer = {
      "",
      "Exit status",
      "  0 found, 1 not found, 3 a file cannot be read",
      "",
      "Example",
      "  pbpaste | jeton audit find --data /var/lib/jeton -"
    })
final class AuditFindCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private AuditFolder audit = new AuditFolder();

  @Mixin
  private TokenArgument token = new TokenArgument();

  AuditFindCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String text = token.text(environment);
    Path folder = audit.path();
    String hash = new TokenHash(key()).of(text);
    try {
      int rows = new ChainSearch(folder, hash).search(environment.out()::println);
      return rows > 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (IOException e) {
      throw audit.unreadable(e);
    }
  }

  private byte[] key() {
    Path file = audit.keyFile();
    String name = VisibleText.of(file.toString());
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (text.isEmpty()) {
        throw new FaultException(name + " holds no key");
      }
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new FaultException(name + " cannot be read; run this as the server's user", e);
    }
  }
}
