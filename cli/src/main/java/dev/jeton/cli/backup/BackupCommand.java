package dev.jeton.cli.backup;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.SecretText;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton backup}. */
@Command(
    name = "backup",
    description = {
      "Copy what a running server stores into a file, while it goes on working.",
      "The copy never holds the master key but names it: without a copy of that key, kept apart,",
      "nobody can restore it. With a passphrase nobody can read anything in it either."
    },
    customSynopsis = "jeton backup FILE [--prompt | --secret-file FILE] [--force] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton backup jeton-2026-11-01.backup",
      "  jeton backup --prompt /mnt/safe/jeton.backup"
    })
public final class BackupCommand extends RemoteCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The new file; only its owner can read it.")
  private Path file = Path.of("");

  @Mixin
  private PassphraseOptions passphrase = new PassphraseOptions();

  @Mixin
  private Overwriting overwriting = new Overwriting();

  /** Whether a file that is there may go. */
  static final class Overwriting implements OptionGroup {
    @Option(names = "--force", description = "Overwrite the file if it exists.")
    private boolean force;

    @Override
    public String heading() {
      return "File";
    }
  }

  private BackupCommand(Environment environment) {
    super(environment);
  }

  /** The command. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new BackupCommand(environment));
  }

  @Override
  protected void run(Server server) {
    BackupFile target = new BackupFile(environment(), file, overwriting.force);
    target.check();
    JsonObject.Builder body = JsonObject.builder();
    passphrase
        .passphrase(environment())
        .ifPresent(secret -> body.put("passphrase", SecretText.of("the passphrase", secret)));
    server.download(Ask.post("/api/v1/backup", body.build()), target);
    if (json()) {
      print(JsonObject.builder()
          .put("file", file.toString())
          .put("bytes", target.written())
          .build());
    } else {
      say(environment().style().good("saved") + ": " + VisibleText.of(file.toString()) + ", "
          + target.written() + " bytes");
    }
  }
}
