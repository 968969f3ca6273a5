package dev.jeton.cli.hub;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the token says beside its identity. */
final class TokenOptions implements OptionGroup {
  @Option(
      names = "--ttl",
      paramLabel = "24h",
      converter = LifetimeConverter.class,
      description =
          "How long it lives: 90s, 10m, 1h, 1h30m, 1d or seconds; at most 366d." + " Default 24h.")
  private @Nullable Duration ttl;

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "What it is for, as aud: up to 255 visible ASCII characters. Default hub.")
  private @Nullable String audience;

  @Option(
      names = "--hub-exact",
      description = "Exactly as a Hub issued it: iat, iss and sub alone. It never ends.")
  private boolean hubExact;

  HubToken token(Libp2pPublicKey identity, Instant now, RandomGenerator random) {
    if (hubExact) {
      if (ttl != null || audience != null) {
        throw new UsageException(
            "--hub-exact has neither end nor audience; leave out --ttl and --audience");
      }
      return HubToken.hubExact(identity, now);
    }
    HubToken token = HubToken.forIdentity(identity, now, random)
        .validFor(ttl == null ? HubToken.DEFAULT_LIFETIME : ttl);
    return audience == null ? token : withAudience(token, audience);
  }

  private static HubToken withAudience(HubToken token, String audience) {
    try {
      return token.audience(audience);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--audience: " + e.getMessage());
    }
  }

  @Override
  public String heading() {
    return "Token";
  }
}
