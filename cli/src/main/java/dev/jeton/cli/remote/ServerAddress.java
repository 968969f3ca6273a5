package dev.jeton.cli.remote;

import dev.jeton.cli.console.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a server answers. Plain http is for this machine alone: secrets go over the wire. */
record ServerAddress(URI uri) {

  /**
   * Reads {@code http://127.0.0.1:8080} or {@code https://host/prefix}.
   *
   * @param origin what named it, for messages
   */
  static ServerAddress parse(String origin, String text) {
    return parse(origin, text, "the admin token");
  }

  /**
   * The same of any server.
   *
   * @param secret what goes over the wire
   */
  static ServerAddress parse(String origin, String text, String secret) {
    URI uri = uri(origin, text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean plain = scheme.equals("http");
    if ((!plain && !scheme.equals("https"))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw unreadable(origin);
    }
    if (plain && !isLoopback(uri.getHost())) {
      throw new UsageException(origin + ": over plain http everybody on the way can read " + secret
          + "; use https, or http with 127.0.0.1 on the server's own machine");
    }
    return new ServerAddress(uri);
  }

  /** The address of a path below it, which starts with a slash. */
  URI at(String path) {
    String base = uri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static URI uri(String origin, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw unreadable(origin);
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static UsageException unreadable(String origin) {
    return new UsageException(
        origin + ": an address is written like http://127.0.0.1:8080 or https://jeton.example.org");
  }
}
