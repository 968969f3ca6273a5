package dev.jeton.cli.remote;

import dev.jeton.cli.console.PrivateFile;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The proof that administration takes, from the file that the server wrote on its first start. */
final class AdminToken {
  private final Path file;
  private final String text;

  private AdminToken(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads it.
   *
   * @param origin what named the file, for messages
   */
  static AdminToken read(String origin, Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("there is no admin token at " + VisibleText.of(file.toString())
          + "; the server writes admin.token into its data folder: name it with --token-file or"
          + " JETON_TOKEN_FILE");
    }
    String text = new String(PrivateFile.read(origin, file), StandardCharsets.UTF_8);
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new UsageException(
          origin + " names a file that holds no admin token: " + VisibleText.of(file.toString()));
    }
    return new AdminToken(file, text);
  }

  /** The value of the Authorization header. */
  String header() {
    return "Bearer " + text;
  }

  /** Where it stands. */
  Path file() {
    return file;
  }

  @Override
  public String toString() {
    return "AdminToken[redacted]";
  }
}
