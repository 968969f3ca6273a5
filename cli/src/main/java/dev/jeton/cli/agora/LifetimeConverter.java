package dev.jeton.cli.agora;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AccessToken2;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a token's lifetime: a duration that Agora honours. */
final class LifetimeConverter implements ITypeConverter<Duration> {
  private static final DurationConverter DURATIONS = new DurationConverter();

  @Override
  public Duration convert(String text) {
    Duration lifetime = DURATIONS.convert(text);
    if (lifetime.isZero()) {
      throw new UsageException("a token lives at least 1s");
    }
    if (lifetime.compareTo(AccessToken2.MAX_LIFETIME) > 0) {
      throw new UsageException("a token lives at most 24h; Agora cuts longer ones to that");
    }
    return lifetime;
  }
}
