package dev.jeton.server.boot;

import dev.jeton.server.settings.Exposure;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where {@code restore} gets the passphrase of a backup, in the same places as {@code backup} does. */
final class BackupPassphrase {
  static final String VARIABLE = "JETON_BACKUP_PASSPHRASE";
  static final String FILE_VARIABLE = VARIABLE + "_FILE";

  private final RestoreCommand command;
  private final Map<String, String> environment;

  BackupPassphrase(RestoreCommand command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
  }

  Optional<Secret> given() throws StartFault {
    Path file = command.passphraseFile();
    if (command.prompt()) {
      if (file != null) {
        throw StartFault.setting("give one of --secret-file and --prompt");
      }
      return Optional.of(typed());
    }
    String text = environment.get(VARIABLE);
    String named = environment.get(FILE_VARIABLE);
    if (file == null && text != null && named != null) {
      throw StartFault.setting("set one of " + VARIABLE + " and " + FILE_VARIABLE);
    }
    if (file == null && named != null) {
      file = Path.of(named);
    }
    if (file != null) {
      return Optional.of(in(file));
    }
    return text == null ? Optional.empty() : Optional.of(notEmpty(text, VARIABLE));
  }

  private static Secret typed() throws StartFault {
    Optional<char[]> typed =
        Optional.ofNullable(System.console()).map(console -> console.readPassword("passphrase: "));
    if (typed.isEmpty()) {
      throw StartFault.setting("--prompt needs a terminal; use --secret-file");
    }
    return notEmpty(new String(typed.get()), "the passphrase");
  }

  private static Secret in(Path file) throws StartFault {
    try {
      if (Exposure.toEverybody(file)) {
        throw StartFault.setting(
            "everybody on this machine can read " + file + "; run chmod o-rwx on it");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return notEmpty(text.replaceFirst("\r?\n$", ""), file.toString());
    } catch (IOException e) {
      throw StartFault.setting(file + " cannot be read; name a file with the passphrase");
    }
  }

  private static Secret notEmpty(String text, String where) throws StartFault {
    if (text.isEmpty()) {
      throw StartFault.setting(where + " is empty; give the passphrase of the backup");
    }
    return Secret.ofText(text);
  }
}
