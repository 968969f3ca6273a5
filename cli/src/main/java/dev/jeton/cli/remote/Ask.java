package dev.jeton.cli.remote;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a server, without its proof. The body may hold a secret and is never printed. */
public final class Ask {
  private static final String UNRESERVED = "-._~";

  private final String method;
  private final String path;
  private final @Nullable String body;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Ask(String method, String path, @Nullable String body) {
    this.method = method;
    this.path = path;
    this.body = body;
  }

  public static Ask get(String path) {
    return new Ask("GET", path, null);
  }

  public static Ask post(String path, JsonObject body) {
    return new Ask("POST", path, body.toJson());
  }

  /** For a body of more members than {@link JsonObject} takes. */
  public static Ask post(String path, Json body) {
    return new Ask("POST", path, body.text());
  }

  public static Ask patch(String path, JsonObject body) {
    return new Ask("PATCH", path, body.toJson());
  }

  public static Ask delete(String path) {
    return new Ask("DELETE", path, null);
  }

  /** With that header, where there is a value for it. */
  public Ask with(String header, @Nullable String value) {
    if (value != null) {
      headers.put(header, value);
    }
    return this;
  }

  /** A word as one segment of a path. */
  public static String segment(String word) {
    if (word.isEmpty() || word.equals(".") || word.equals("..")) {
      throw new UsageException("an id or a name is not empty and not made of dots");
    }
    return encoded(word);
  }

  /** A word as one value of a query. */
  public static String encoded(String word) {
    StringBuilder out = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  @Nullable
  String body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
