package dev.jeton.server.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server and a row of it, up to which its copy was verified. */
public record Place(String node, long seq) {
  private static final Pattern FORM = Pattern.compile("([a-z2-7]{16})\\.(\\d{1,18})");

  /** Reads what {@link #text} wrote; null when it is something else. */
  public static @Nullable Place parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? new Place(form.group(1), Long.parseLong(form.group(2))) : null;
  }

  public String text() {
    return node + "." + seq;
  }
}
