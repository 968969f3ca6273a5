package dev.jeton.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request's query: each name once, and no secrets in it. */
final class Query {
  private static final int MOST_PARAMETERS = 32;
  private static final List<String> SECRET_WORDS =
      List.of("key", "secret", "certificate", "cert", "token");

  private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]++");

  private Query() {}

  /**
   * Reads it.
   *
   * @param mayNameSecrets whether names such as {@code token} are let through, which no door reads
   */
  static Map<String, String> read(@Nullable String raw, boolean mayNameSecrets) {
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    Map<String, String> parameters = new TreeMap<>();
    String[] pairs = raw.split("&", MOST_PARAMETERS + 2);
    if (!mayNameSecrets) {
      for (String pair : pairs) {
        refuseSecret(name(pair));
      }
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = name(pair);
      String value = equals < 0 ? "" : UrlText.decode(pair.substring(equals + 1), true);
      if (!pair.isEmpty() && parameters.put(name, value) != null) {
        throw Refused.badRequest(
            "repeated-parameter",
            "the query parameter " + Unfit.shown(name) + " stands there twice; send it once");
      }
      if (parameters.size() > MOST_PARAMETERS) {
        throw Refused.badRequest(
            "too-many-parameters", "send at most " + MOST_PARAMETERS + " query parameters");
      }
    }
    return parameters;
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return UrlText.decode(equals < 0 ? pair : pair.substring(0, equals), true);
  }

  /**
   * URLs end up in histories and logs of others, so a secret in one is given away already. Signs
   * between the letters, as in {@code app[key]} or {@code c.e.r.t}, change nothing about that.
   */
  private static void refuseSecret(String name) {
    String letters = NO_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    for (String word : SECRET_WORDS) {
      if (letters.contains(word)) {
        throw Refused.badRequest(
            "secret-in-url",
            "secrets never go into URLs, so a query parameter with \""
                + word
                + "\" in its name is refused; remove it, and replace the secret if it was a real"
                + " one");
      }
    }
  }
}
