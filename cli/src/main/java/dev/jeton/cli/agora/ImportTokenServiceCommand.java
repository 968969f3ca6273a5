package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SourceFile;
import dev.jeton.cli.importing.ImportCommand;
import dev.jeton.cli.importing.Source;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton import agora-token-service}. */
@Command(
    name = "agora-token-service",
    description = {
      "Take over the App ID and App Certificate of agora-token-service from its .env.",
      "Its clients go on with the same requests at Jeton's address."
    },
    customSynopsis = "jeton import agora-token-service FILE|- [--name NAME] [--default] [OPTIONS]",
    footer = {"", "Example", "  jeton import agora-token-service .env --name shop"})
final class ImportTokenServiceCommand extends ImportCommand {
  @Parameters(paramLabel = "FILE", description = "Its .env; - reads standard input.")
  private Path file = Path.of("");

  @Mixin
  private Project project = new Project();

  /** What the source does not say. */
  static final class Project implements OptionGroup {
    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "The new project's name. Default: agora- and how its App ID begins.")
    private @Nullable String name;

    @Option(names = "--default", description = "Callers get this project who name none.")
    private boolean marked;

    @Override
    public String heading() {
      return "Project";
    }
  }

  ImportTokenServiceCommand(Environment environment) {
    super(environment, "agora-token-service");
  }

  @Override
  protected Source source() {
    return Source.of(environment(), SourceFile.read(environment(), file));
  }

  @Override
  protected Json options() {
    Json options = Json.object().put("default", project.marked);
    return project.name == null ? options : options.put("name", project.name);
  }
}
