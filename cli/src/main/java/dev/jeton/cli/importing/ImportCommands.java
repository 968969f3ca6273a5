package dev.jeton.cli.importing;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton import}. */
public final class ImportCommands {
  private ImportCommands() {}

  /** What the platforms can take over. */
  public static CommandLine group(Environment environment, List<Platform> platforms) {
    return CommandGroup.of(
        "import",
        "Take over what another server was configured with: first shown, then asked, then done.",
        "jeton import agora-token-service .env",
        () -> platforms.stream()
            .flatMap(platform -> platform.imports(environment).stream())
            .toList());
  }
}
