package dev.jeton.cli.remote;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Asks a person before something is gone for good. */
public final class Confirmation implements OptionGroup {
  @Option(names = "--yes", description = "Do not ask; scripts need it.")
  private boolean yes;

  /** Whether it is answered before it is asked. */
  public boolean given() {
    return yes;
  }

  /** Whether there is a terminal to ask on. */
  public boolean canAsk(Environment environment) {
    return environment.prompt().get().isPresent();
  }

  /**
   * Goes on only if the word is typed.
   *
   * @param what will happen, as "This deletes the project shop."
   */
  public void ask(Environment environment, String what, String word) {
    if (yes) {
      return;
    }
    if (!canAsk(environment)) {
      throw new UsageException("there is no terminal to ask on; give --yes to go on without");
    }
    environment.err().print(VisibleText.of(what) + " Type " + VisibleText.of(word) + " to go on: ");
    environment.err().flush();
    if (!line(environment).equals(word)) {
      throw new UsageException("that was not typed, so nothing was changed");
    }
  }

  private static String line(Environment environment) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = environment.in().read();
          b >= 0 && b != '\n';
          b = environment.in().read()) {
        line.write(b);
      }
    } catch (IOException e) {
      throw new FaultException("standard input cannot be read", e);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public String heading() {
    return "Request";
  }

  @Override
  public boolean common() {
    return true;
  }
}
