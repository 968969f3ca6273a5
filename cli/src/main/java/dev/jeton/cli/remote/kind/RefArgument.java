package dev.jeton.cli.remote.kind;

import picocli.CommandLine.Parameters;

/** Which one of its kind. */
final class RefArgument {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Its name, id or another word of its own.")
  private String ref = "";

  String ref() {
    return ref;
  }
}
