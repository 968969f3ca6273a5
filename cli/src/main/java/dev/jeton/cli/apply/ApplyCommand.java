package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton apply}. */
@Command(
    name = "apply",
    description = {
      "Make a running server have what a file says; applied twice it changes nothing.",
      "The file has a list under resources: of things with kind, name and their members. All of",
      "them are changed together or none is; what the file does not name stays as it is.",
      "Secrets are references: ${env:NAME} is a variable, ${file:path} a file that not everybody",
      "can read, its path starting from the folder of the file. A secret that is left out is made",
      "by the server and shown once. Write no secret into the file, and references to secrets in no",
      "other member: what a description refers to is stored and shown as plain text."
    },
    customSynopsis = "jeton apply -f FILE|- [--dry-run] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton apply -f resources.yaml --dry-run",
      "  jeton apply -f resources.yaml",
      "",
      "A file",
      "  resources:",
      "    - kind: agora-project",
      "      name: shop",
      "      certificate: ${env:SHOP_CERTIFICATE}"
    })
public final class ApplyCommand extends RemoteCommand {
  @Mixin
  private What what = new What();

  /** What is applied. */
  static final class What implements OptionGroup {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        required = true,
        description = "The file of resources; - reads standard input.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Show the difference and change nothing.")
    private boolean dryRun;

    @Override
    public String heading() {
      return "Resources";
    }
  }

  private ApplyCommand(Environment environment) {
    super(environment);
  }

  /** The command. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new ApplyCommand(environment));
  }

  @Override
  protected void run(Server server) {
    ResourceFile file = ResourceFile.read(environment(), what.file);
    Json values = Json.object();
    new References(environment(), file.folder()).resolve(file.text()).forEach(values::put);
    JsonObject answer = server
        .ask(Ask.post(
            "/api/v1/apply",
            Json.object()
                .put("yaml", file.text())
                .put("values", values)
                .put("dryRun", what.dryRun)))
        .body();
    PlainSecrets.warn(environment(), answer);
    if (json()) {
      print(answer);
    } else {
      new Difference(answer).print(environment());
    }
  }
}
