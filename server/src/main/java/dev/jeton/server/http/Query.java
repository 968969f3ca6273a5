package dev.jeton.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request's query: each name once, and no secrets in it. */
final class Query {
  private static final int MOST_PARAMETERS = 32;
  private static final List<String> SECRET_WORDS = List.of("key", "secret", "certificate", "token");

  private Query() {}

  static Map<String, String> read(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : raw.split("&", MOST_PARAMETERS + 2)) {
      int equals = pair.indexOf('=');
      String name = UrlText.decode(equals < 0 ? pair : pair.substring(0, equals), true);
      String value = equals < 0 ? "" : UrlText.decode(pair.substring(equals + 1), true);
      if (!pair.isEmpty() && parameters.put(name, value) != null) {
        throw Refused.badRequest(
            "repeated-parameter",
            "the query parameter " + Fields.shown(name) + " stands there twice; send it once");
      }
      if (parameters.size() > MOST_PARAMETERS) {
        throw Refused.badRequest(
            "too-many-parameters", "send at most " + MOST_PARAMETERS + " query parameters");
      }
    }
    return parameters;
  }

  /** URLs end up in histories and logs of others, so a secret in one is given away already. */
  static void refuseSecrets(Map<String, String> parameters) {
    for (String name : parameters.keySet()) {
      String plain = name.toLowerCase(Locale.ROOT).strip();
      for (String word : SECRET_WORDS) {
        if (plain.endsWith(word)) {
          throw Refused.badRequest(
              "secret-in-url",
              "secrets never go into URLs, so a query parameter that ends in \""
                  + word
                  + "\" is refused; remove it, and replace the secret if it was a real one");
        }
      }
    }
  }
}
