package dev.jeton.server.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A web origin: scheme, host and port. */
record Origin(String scheme, String host, int port) {

  /** Reads an Origin header or a setting; null when it is not an http or https origin. */
  static @Nullable Origin parse(String text) {
    int end = text.indexOf("://");
    if (end < 0) {
      return null;
    }
    String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
    HostName host = HostName.parse(text.substring(end + 3));
    return host == null || !(scheme.equals("http") || scheme.equals("https"))
        ? null
        : of(scheme, host);
  }

  static Origin of(String scheme, HostName host) {
    return new Origin(scheme, host.name(), host.portOr(standardPort(scheme)));
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** As browsers write it. */
  @Override
  public String toString() {
    String named = host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + named + (port == standardPort(scheme) ? "" : ":" + port);
  }
}
