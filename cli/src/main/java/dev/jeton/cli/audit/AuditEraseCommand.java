package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.ProblemException;
import dev.jeton.cli.remote.ServerOptions;
import dev.jeton.server.audit.chain.ChainFault;
import dev.jeton.server.audit.chain.ChainSearch;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.FolderLock;
import dev.jeton.server.audit.chain.StoppedChain;
import dev.jeton.tokens.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton audit erase}. */
@Command(
    name = "erase",
    description = {
      "Erase what tells who a person is from the audit. A server that uses the data folder does it",
      "itself, and in the store of all servers; otherwise it is done in the files alone, and the",
      "store and other servers follow when the server runs and they know the text. The rows stay and",
      "keep a keyed hash, so the chain stays intact. A row says that it was done."
    },
    customSynopsis = "jeton audit erase [--data ./data | --server URL] --person TEXT|- [--json]",
    footer = {
      "",
      "Exit status",
      "  0 erased, 1 there was nothing to erase, 3 a server does not answer or a file cannot be written",
      "",
      "Example",
      "  jeton audit erase --data /var/lib/jeton --person alice@example.com"
    })
final class AuditEraseCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private AuditFolder audit = new AuditFolder();

  @Mixin
  private PersonOption person = new PersonOption();

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  AuditEraseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String text = person.text(environment);
    return server.given() || isInUse() ? online(text) : offline(text);
  }

  private boolean isInUse() {
    try {
      FolderLock.on(audit.path()).close();
      return false;
    } catch (ChainFault e) {
      return true;
    } catch (IOException e) {
      throw audit.unreadable(e);
    }
  }

  private int online(String text) {
    try {
      JsonObject body = JsonObject.builder().put("person", text).build();
      JsonObject answer = server
          .server(environment, audit.data())
          .ask(Ask.post(AuditPages.PATH + "/erase", body))
          .body();
      ServerErased erased = ServerErased.of(answer);
      environment.out().println(output.json() ? Json.of(answer).text() : erased.line());
      return erased.places() > 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (ProblemException problem) {
      environment.err().println("jeton: " + problem.line());
      return problem.exitStatus();
    }
  }

  private int offline(String text) {
    Path folder = audit.path();
    byte[] key = audit.key();
    try {
      Erased erased = StoppedChain.erase(folder, key, text, environment.clock().instant());
      int inClear = ChainSearch.clear(folder, key, text).search(row -> {});
      tell(erased, inClear);
      return erased.names() > 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (ChainFault e) {
      throw new FaultException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw audit.unreadable(e);
    }
  }

  private void tell(Erased erased, int inClear) {
    if (output.json()) {
      Json json = Json.object().put("erased", erased.names()).put("rowsInClear", inClear);
      environment.out().println(json.text());
      return;
    }
    environment
        .out()
        .println(
            erased.names() == 0
                ? "nothing to erase"
                : "erased from " + counted(erased.names(), "place")
                    + " in these files; the rows keep a hash. The store and the files of other"
                    + " servers follow when this server runs");
    if (inClear > 0) {
      environment.warn("an earlier version wrote it in clear into " + counted(inClear, "row")
          + ", and rows cannot be changed; move their files away when they need not be kept");
    }
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
