package dev.jeton.cli.importing;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Confirmation;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One command under {@code jeton import}: shows what would change, asks, and does it. */
public abstract class ImportCommand extends RemoteCommand {
  private final String from;

  @Mixin
  private Going going = new Going();

  @Mixin
  private Confirmation confirmation = new Confirmation();

  /** How far it goes. */
  static final class Going implements OptionGroup {
    @Option(names = "--dry-run", description = "Show what would change, and stop.")
    private boolean dryRun;

    @Option(
        names = "--leave-out-refused",
        description = "Import the rest where some of it is refused.")
    private boolean leaveOutRefused;

    @Override
    public String heading() {
      return "Import";
    }
  }

  /** By that word the server knows what it is. */
  protected ImportCommand(Environment environment, String from) {
    super(environment);
    this.from = from;
  }

  /** What is imported; read before a server is asked. */
  protected abstract Source source();

  /** What is said beside it. */
  protected abstract Json options();

  @Override
  protected final void run(Server server) {
    Source source = source();
    Json options = options();
    JsonObject plan = server.ask(ask(source, options, true)).body();
    if (json()) {
      boolean goesOn = confirmation.given() && !going.dryRun;
      print(goesOn ? server.ask(ask(source, options, false)).body() : plan);
      return;
    }
    ImportReport report = new ImportReport(plan);
    report.print(environment());
    if (!going.dryRun && mayGoOn(report, source)) {
      new ImportReport(server.ask(ask(source, options, false)).body()).printDone(environment());
    }
  }

  /** With {@code --yes} the server says itself what stands against it. */
  private boolean mayGoOn(ImportReport report, Source source) {
    if (report.isEmpty() && (report.refused() == 0 || going.leaveOutRefused)) {
      say("nothing to import");
      return false;
    }
    if (confirmation.given()) {
      return true;
    }
    if (report.refused() > 0 && !going.leaveOutRefused) {
      say("nothing was imported: mend what is refused, or give --leave-out-refused");
      return false;
    }
    if (source.piped() || !confirmation.canAsk(environment())) {
      say("nothing was imported: give --yes to go on");
      return false;
    }
    confirmation.ask(environment(), "This imports " + report.changes() + " things.", "import");
    return true;
  }

  private Ask ask(Source source, Json options, boolean dryRun) {
    return Ask.post(
        "/api/v1/import",
        Json.object()
            .put("from", from)
            .put("text", source.text())
            .put("options", options)
            .put("dryRun", dryRun)
            .put("leaveOutRefused", going.leaveOutRefused));
  }
}
