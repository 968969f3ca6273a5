package dev.jeton.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Forwarded} header of RFC 7239. */
final class ForwardedHeader {
  private static final int MOST_CHARACTERS = 2_000;
  private static final Pattern PAIR =
      Pattern.compile("\\s*+([A-Za-z]++)=(?:\"([^\"\\\\]*+)\"|([^\\s;,\"]*+))\\s*+([;,]|$)");
  private static final Pattern NODE =
      Pattern.compile("\\[([^\\]]++)\\](?::[0-9]++)?+|([^:]++)(?::[0-9]++)?+");

  private ForwardedHeader() {}

  /** Its elements from left to right; null when it cannot be read. */
  static @Nullable List<ForwardedHeaders.Hop> hops(List<String> lines) {
    List<ForwardedHeaders.Hop> hops = new ArrayList<>();
    String text = String.join(",", lines);
    if (text.length() > MOST_CHARACTERS) {
      return null;
    }
    Matcher pair = PAIR.matcher(text);
    int at = 0;
    String client = null;
    String scheme = null;
    String host = null;
    while (at < text.length()) {
      if (!pair.region(at, text.length()).lookingAt()) {
        return null;
      }
      String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
      switch (pair.group(1).toLowerCase(Locale.ROOT)) {
        case "for" -> client = address(value);
        case "proto" -> scheme = value.toLowerCase(Locale.ROOT);
        case "host" -> host = value.toLowerCase(Locale.ROOT);
        default -> {}
      }
      at = pair.end();
      if (!pair.group(4).equals(";")) {
        hops.add(new ForwardedHeaders.Hop(client, scheme, host));
        client = null;
        scheme = null;
        host = null;
      }
    }
    return hops;
  }

  private static String address(String node) {
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return node;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
