package dev.jeton.cli.agora;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.agora.AppId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an Agora project is. */
final class StoredProjectOptions implements SpecOptions {
  @Option(
      names = "--app-id",
      paramLabel = "ID",
      converter = AppIdConverter.class,
      description = "Its App ID in the Agora console, 32 hex digits; a new project without one gets"
          + " one of Jeton's own.")
  private @Nullable AppId appId;

  @Option(
      names = "--authentication",
      paramLabel = "HOW",
      description = "token (the default, also secure): nobody joins without a token. app-id (also"
          + " testing): the App ID is enough, and its first certificate waits to be enabled."
          + " app-id-or-token: both.")
  private @Nullable String authentication;

  @Option(
      names = "--token-version",
      paramLabel = "007",
      converter = TokenVersion.Converter.class,
      description = "The format of its tokens: 007 (default) or 006.")
  private @Nullable TokenVersion version;

  @Option(
      names = "--ttl",
      paramLabel = "1h",
      converter = DurationConverter.class,
      description = "How long a token lives whose request does not say. Default 1h.")
  private @Nullable Duration usual;

  @Option(
      names = "--max-ttl",
      paramLabel = "24h",
      converter = DurationConverter.class,
      description = "The longest that a request may ask for; at most 24h.")
  private @Nullable Duration longest;

  @Option(
      names = "--allow",
      paramLabel = "GRANT",
      split = ",",
      description = "What may be minted beyond one user in one channel: any-user, any-channel,"
          + " app-token. With commas, or given again.")
  private @Nullable List<String> allow;

  @Option(
      names = "--default",
      negatable = true,
      description = "For callers who name no project; the one before loses the mark.")
  private @Nullable Boolean standard;

  @Override
  public void write(Members members) {
    members
        .text("appId", appId == null ? null : appId.text())
        .text("authentication", authentication)
        .text("tokenVersion", version == null ? null : version.text())
        .seconds("defaultTtlSeconds", usual)
        .seconds("maxTtlSeconds", longest)
        .texts("allow", allow)
        .truth("default", standard);
  }

  @Override
  public String heading() {
    return "Project";
  }
}
