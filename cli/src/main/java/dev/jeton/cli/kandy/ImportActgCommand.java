package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.SourceFile;
import dev.jeton.cli.importing.ImportCommand;
import dev.jeton.cli.importing.Source;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton import kandy-actg}. */
@Command(
    name = "kandy-actg",
    description = {
      "Take over realms and identifiers of the vendor's token issuer (ACTG).",
      "GET /token?identifier= goes on answering for each identifier."
    },
    customSynopsis = "jeton import kandy-actg FILE|- [OPTIONS]",
    footer = {"", "Example", "  jeton import kandy-actg actg.config.json --dry-run"})
final class ImportActgCommand extends ImportCommand {
  @Parameters(paramLabel = "FILE", description = "Its actg.config.json; - reads standard input.")
  private Path file = Path.of("");

  ImportActgCommand(Environment environment) {
    super(environment, "kandy-actg");
  }

  @Override
  protected Source source() {
    return Source.of(environment(), SourceFile.read(environment(), file));
  }

  @Override
  protected Json options() {
    return Json.object();
  }
}
