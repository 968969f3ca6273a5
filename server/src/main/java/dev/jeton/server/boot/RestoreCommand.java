package dev.jeton.server.boot;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of {@code jeton restore}. */
@Command(
    name = "jeton restore",
    description = {
      "Puts a backup back while the server is stopped. The master key that the backup names must be"
          + " where the server would look for it; a restore never makes one.",
      "Whatever was used up or revoked after the backup stays so."
    },
    sortOptions = false)
final class RestoreCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "what jeton backup made")
  private Path file = Path.of("");

  @Option(
      names = "--replace",
      description = "replace what is stored there already; everybody is"
          + " signed out, and what was revoked stays revoked")
  private boolean replace;

  @Option(
      names = {"--secret-file", "--passphrase-file"},
      paramLabel = "FILE",
      description = "a file with the passphrase; without it JETON_BACKUP_PASSPHRASE or"
          + " JETON_BACKUP_PASSPHRASE_FILE")
  private @Nullable Path passphraseFile;

  @Option(names = "--prompt", description = "ask for the passphrase")
  private boolean prompt;

  @Option(names = "--data", paramLabel = "FOLDER", description = "restore there (./data)")
  private @Nullable String data;

  @Option(names = "--config", paramLabel = "FILE", description = "read settings (jeton.yaml)")
  private @Nullable Path config;

  @Option(names = "--help", usageHelp = true, description = "show this")
  private boolean help;

  boolean help() {
    return help;
  }

  Path file() {
    return file;
  }

  boolean replace() {
    return replace;
  }

  @Nullable
  Path passphraseFile() {
    return passphraseFile;
  }

  boolean prompt() {
    return prompt;
  }

  @Nullable
  Path config() {
    return config;
  }

  /** What was given, by the name of the setting. */
  Map<String, String> settings() {
    return data == null ? Map.of() : Map.of("data", data);
  }
}
