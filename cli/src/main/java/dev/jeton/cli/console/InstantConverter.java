package dev.jeton.cli.console;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;

/** Reads an RFC 3339 time or unix seconds. */
public final class InstantConverter implements ITypeConverter<Instant> {
  /** Digits up to the year 5138; more are milliseconds by mistake. */
  private static final int MAX_DIGITS = 11;

  @Override
  public Instant convert(String text) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      if (text.length() > MAX_DIGITS) {
        throw new UsageException("unix seconds have at most 11 digits; are these milliseconds?");
      }
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException("a time is written like 2026-11-01T12:00:00Z or in unix seconds");
    }
  }
}
