package dev.jeton.cli.hub;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.hub.HubToken;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a token's lifetime. */
final class LifetimeConverter implements ITypeConverter<Duration> {
  private static final DurationConverter DURATIONS = new DurationConverter();

  @Override
  public Duration convert(String text) {
    Duration lifetime = DURATIONS.convert(text);
    if (lifetime.isZero() || lifetime.compareTo(HubToken.MAX_LIFETIME) > 0) {
      throw new UsageException("a token lives 1s to " + HubToken.MAX_LIFETIME.toDays() + "d");
    }
    return lifetime;
  }
}
