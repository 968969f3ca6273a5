package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.remote.ProblemException;
import dev.jeton.cli.remote.ServerOptions;
import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton audit verify}. */
@Command(
    name = "verify",
    description = {
      "Check that every row of the audit file follows from the one before it.",
      "Whoever may write the file can write a new chain: note the head that is printed somewhere",
      "else, and give it to a later run with --expect-head. With --store the running server checks",
      "the copy in its store too, and that it ends as its files say."
    },
    customSynopsis = "jeton audit verify [--data ./data] [--expect-head HASH] [--store] [--json]",
    footer = {
      "",
      "Exit status",
      "  0 intact, 1 broken, 3 a file cannot be read",
      "",
      "Examples",
      "  jeton audit verify --data /var/lib/jeton --store",
      "  jeton audit verify --expect-head 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private AuditFolder audit = new AuditFolder();

  @Option(
      names = "--expect-head",
      paramLabel = "HASH",
      converter = HeadConverter.class,
      description = "A head that was printed earlier; its row must still be there.")
  private @Nullable String expectedHead;

  @Option(names = "--store", description = "Check the copy in the store of the server as well.")
  private boolean store;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  AuditVerifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path folder = audit.path();
    ChainVerdict verdict = verify(folder);
    AuditReport report = new AuditReport(verdict);
    if (!output.json()) {
      environment.out().print(report.text(environment.style()));
    }
    try {
      StoreReport stored = store || server.given()
          ? StoreReport.of(server.server(environment, audit.data()), environment)
          : null;
      tell(report, stored);
      boolean intact =
          verdict instanceof ChainVerdict.Intact && (stored == null || stored.intact());
      return intact ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (ProblemException problem) {
      tell(report, null);
      environment.err().println("jeton: " + problem.line());
      return problem.exitStatus();
    } catch (FaultException fault) {
      tell(report, null);
      throw fault;
    }
  }

  private void tell(AuditReport report, @Nullable StoreReport stored) {
    if (output.json()) {
      Json json = report.json();
      environment.out().println((stored == null ? json : json.put("store", stored.json())).text());
    } else if (stored != null) {
      environment.out().print(stored.text(environment.style()));
    }
  }

  private ChainVerdict verify(Path folder) {
    try (ProgressBar bar = ProgressBar.ofBytes(environment, "verifying")) {
      return new ChainVerifier(folder, expectedHead, bar::show).verify();
    } catch (IOException e) {
      throw audit.unreadable(e);
    }
  }
}
