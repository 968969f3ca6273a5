package dev.jeton.cli.hub;

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

/** {@code jeton import hub-keys}. */
@Command(
    name = "hub-keys",
    description = {
      "Take over a Hub's API keys with their secrets and owners.",
      "The file is what mongoexport writes of the collection apikeys, or what ListKeys answers."
    },
    customSynopsis = "jeton import hub-keys FILE|- [--account NAME] [--numbers WORD] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  mongoexport -d textile -c apikeys -o apikeys.json && jeton import hub-keys apikeys.json",
      "  jeton import hub-keys listed.json --account acme --numbers listed"
    })
final class ImportKeysCommand extends ImportCommand {
  @Parameters(paramLabel = "FILE", description = "The file with the keys; - reads standard input.")
  private Path file = Path.of("");

  @Mixin
  private Keys keys = new Keys();

  /** What the source does not say. */
  static final class Keys implements OptionGroup {
    @Option(
        names = "--account",
        paramLabel = "NAME",
        description = "The account of the keys that come without an owner; it must be here.")
    private @Nullable String account;

    @Option(
        names = "--numbers",
        paramLabel = "WORD",
        description =
            "What a type in numbers is: stored (0 account, 1 user group) or listed (1 account,"
                + " 2 user group). Default: what the file looks like.")
    private @Nullable String numbers;

    @Override
    public String heading() {
      return "Keys";
    }
  }

  ImportKeysCommand(Environment environment) {
    super(environment, "hub-keys");
  }

  @Override
  protected Source source() {
    return Source.of(environment(), SourceFile.read(environment(), file));
  }

  @Override
  protected Json options() {
    Json options = Json.object();
    if (keys.account != null) {
      options.put("account", keys.account);
    }
    return keys.numbers == null ? options : options.put("numbers", keys.numbers);
  }
}
