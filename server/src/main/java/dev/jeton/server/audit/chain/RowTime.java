package dev.jeton.server.audit.chain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** RFC 3339 in UTC, always with three digits of a second, so that texts sort as times do. */
public final class RowTime {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private RowTime() {}

  public static String of(Instant instant) {
    return FORM.format(instant);
  }
}
