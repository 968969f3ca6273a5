package dev.jeton.cli.console;

import picocli.CommandLine.Option;

/** How a result is printed. */
public final class OutputOptions implements OptionGroup {
  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  public boolean json() {
    return json;
  }

  @Override
  public String heading() {
    return "Output";
  }

  @Override
  public boolean common() {
    return true;
  }
}
