package dev.jeton.server.access;

import dev.jeton.server.settings.Network;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name and port that a request was sent to.
 *
 * @param name in lower case; an IPv6 address without its brackets
 * @param port the port, or -1 for the scheme's own
 */
record HostName(String name, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})\\]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?");

  /** Reads a Host header; null when it is malformed. */
  static @Nullable HostName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String bracketed = matcher.group(1);
    String name = bracketed == null ? matcher.group(2) : bracketed;
    if (bracketed != null && !Network.isAddress(bracketed)) {
      return null;
    }
    int port = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
    return port > 65535 ? null : new HostName(name.toLowerCase(Locale.ROOT), port);
  }

  boolean isLoopback() {
    return name.equals("localhost") || Network.isLoopback(name);
  }

  int portOr(int standard) {
    return port < 0 ? standard : port;
  }
}
