package dev.jeton.cli.agora;

import dev.jeton.cli.console.OptionGroup;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a token is made, whatever it is for. */
final class LifetimeOptions implements OptionGroup {
  @Option(
      names = "--ttl",
      paramLabel = "1h",
      converter = LifetimeConverter.class,
      description =
          "How long it lives: 90s, 10m, 1h, 1h30m, 1d or seconds; at most 24h. Default 1h.")
  private Duration ttl = Duration.ofHours(1);

  @Option(
      names = "--token-version",
      paramLabel = "007|006",
      converter = TokenVersion.Converter.class,
      description = "007 (default), or 006 for old SDKs and the WeChat mini program. In 006 --ttl and"
          + " expiresAt are the privileges' end; the token itself ends after 24h, as verify shows.")
  private TokenVersion version = TokenVersion.V007;

  Duration ttl() {
    return ttl;
  }

  TokenVersion version() {
    return version;
  }

  @Override
  public String heading() {
    return "Token";
  }
}
