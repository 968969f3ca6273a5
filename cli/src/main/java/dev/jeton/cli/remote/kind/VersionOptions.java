package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which version of a thing is meant, so that nobody's change is overwritten unseen. */
final class VersionOptions implements OptionGroup {
  @Option(
      names = "--if-match",
      paramLabel = "VERSION",
      description = "Only if it still has this version, as show prints it. Without it, change and"
          + " delete take the version that it has when they start.")
  private @Nullable String version;

  boolean isGiven() {
    return version != null;
  }

  /** With the version that was given, or the one that was read. */
  Ask on(Ask ask, @Nullable String read) {
    if (version == null) {
      return ask.with("If-Match", read);
    }
    String bare = version.replace("\"", "");
    if (bare.isEmpty() || !bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UsageException("--if-match: a version is a number, as show prints it");
    }
    return ask.with("If-Match", "\"" + bare + "\"");
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
