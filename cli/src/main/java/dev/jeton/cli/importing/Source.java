package dev.jeton.cli.importing;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.SourceFile;

/**
 * What is imported. Its text has secrets and goes to the server alone.
 *
 * @param piped whether it came from standard input, so that nobody can answer there
 */
public record Source(String text, boolean piped) {

  /** The text of a file. */
  public static Source of(Environment environment, SourceFile file) {
    warnIfOpen(environment, file);
    return new Source(file.text(), file.piped());
  }

  /** It is somebody else's file, so this only warns. */
  public static void warnIfOpen(Environment environment, SourceFile file) {
    if (file.isOpen()) {
      environment.warn(
          file.shown() + " has secrets and everybody on this machine can read it; chmod 600 it");
    }
  }

  /** Without its text. */
  @Override
  public String toString() {
    return "Source[redacted]";
  }
}
