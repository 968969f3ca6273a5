package dev.jeton.server.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place of a row among all rows in the order of time. */
public record Cursor(long atMillis, String node, long seq) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15})\\.([a-z2-7]{16})\\.(\\d{1,18})(?:\\.[0-9a-f]{32})?");

  /** Reads what {@link #text} wrote, with or without a seal behind it; null when it is something else. */
  public static @Nullable Cursor parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new Cursor(Long.parseLong(form.group(1)), form.group(2), Long.parseLong(form.group(3)))
        : null;
  }

  public String text() {
    return atMillis + "." + node + "." + seq;
  }
}
