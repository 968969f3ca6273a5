package dev.jeton.cli.policy;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a policy is. */
final class PolicyOptions implements SpecOptions {
  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  @Option(
      names = "--platform",
      paramLabel = "WORD",
      description =
          "For whose tokens it is. May be given again. Without it: those of --ready-made.")
  private @Nullable List<String> platforms;

  @Option(
      names = "--project",
      paramLabel = "PATTERN",
      description = "A project, realm, issuer or credential by name, or a pattern such as shop-* or"
          + " '*'. May be given again.")
  private @Nullable List<String> projects;

  @Option(
      names = "--ready-made",
      paramLabel = "NAME",
      description = "Take the condition of this ready-made policy; see jeton policy ready-made.")
  private @Nullable String readyMade;

  @Option(
      names = "--when",
      paramLabel = "CEL",
      description = "The condition, in place of --ready-made: channel.startsWith('shop-').")
  private @Nullable String when;

  @Option(
      names = "--max-ttl",
      paramLabel = "10m",
      converter = DurationConverter.class,
      description = "The longest lifetime. Without it: as long as the project allows.")
  private @Nullable Duration longest;

  @Option(
      names = "--power",
      paramLabel = "WORD",
      description = "A dangerous thing that it allows, such as any-channel. May be given again.")
  private @Nullable List<String> powers;

  @Option(
      names = "--own-user-only",
      negatable = true,
      description = "The user must be the subject of the caller's proof, or else its name.")
  private @Nullable Boolean ownUserOnly;

  @Option(
      names = "--explain",
      negatable = true,
      description = "Its callers learn the exact reasons of refusals.")
  private @Nullable Boolean explain;

  @Override
  public void write(Members members) {
    members
        .text("description", description)
        .texts("platforms", platforms)
        .texts("projects", projects)
        .text("readyMade", readyMade)
        .text("when", when)
        .seconds("maxTtlSeconds", longest)
        .texts("powers", powers)
        .truth("ownUserOnly", ownUserOnly)
        .truth("explain", explain);
  }

  @Override
  public String heading() {
    return "Policy";
  }
}
