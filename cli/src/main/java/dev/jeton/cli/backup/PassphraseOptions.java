package dev.jeton.cli.backup;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase of a backup, where it gets one. */
final class PassphraseOptions implements OptionGroup {
  private static final String VARIABLE = "JETON_BACKUP_PASSPHRASE";

  @Option(
      names = "--prompt",
      description = "Ask for a passphrase, twice, without showing what is typed.")
  private boolean prompt;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the passphrase. Without it: JETON_BACKUP_PASSPHRASE or"
          + " JETON_BACKUP_PASSPHRASE_FILE; and where none is set, the backup has none.")
  private @Nullable Path file;

  Optional<Secret> passphrase(Environment environment) {
    SecretSource source = new SecretSource(environment, "passphrase", VARIABLE);
    if (file != null && prompt) {
      throw new UsageException("give one of --secret-file and --prompt");
    }
    if (file != null) {
      return Optional.of(source.required(file).secret());
    }
    if (!prompt) {
      return source.optional().map(Found::secret);
    }
    Secret typed = source.asked().secret();
    if (!new SecretSource(environment, "same passphrase again", VARIABLE)
        .asked()
        .secret()
        .equals(typed)) {
      throw new UsageException("the two passphrases differ");
    }
    return Optional.of(typed);
  }

  @Override
  public String heading() {
    return "Passphrase";
  }
}
