package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code --claim}: {@code NAME=TEXT} or {@code NAME:=JSON}. Dots in the name nest; {@code \.} is a
 * dot in a name.
 *
 * @param path the names from the outermost in
 * @param value what the claim is
 */
record ClaimArgument(List<String> path, JsonValue value) {
  private static final String ALONE = "v";

  static ClaimArgument parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException("--claim is written NAME=TEXT or NAME:=JSON");
    }
    boolean typed = text.charAt(equals - 1) == ':';
    List<String> path = path(text.substring(0, typed ? equals - 1 : equals));
    String value = text.substring(equals + 1);
    return new ClaimArgument(path, typed ? json(path, value) : text(path, value));
  }

  /** The name for messages. */
  String name() {
    return name(path);
  }

  static String name(List<String> path) {
    return VisibleText.of(String.join(".", path));
  }

  private static List<String> path(String text) {
    List<String> path = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        name.append(text.charAt(++i));
      } else if (c == '.') {
        path.add(name.toString());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    path.add(name.toString());
    if (path.contains("")) {
      throw new UsageException("--claim: a name is empty; \\. is a dot in a name");
    }
    return path;
  }

  private static JsonValue text(List<String> path, String value) {
    try {
      return new JsonText(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--claim " + name(path) + ": the text is no Unicode text");
    }
  }

  private static JsonValue json(List<String> path, String value) {
    byte[] wrapped = ("{\"" + ALONE + "\":" + value + "}").getBytes(StandardCharsets.UTF_8);
    Outcome<JsonObject> parsed = JsonObject.parse(wrapped);
    if (parsed instanceof Outcome.Accepted<JsonObject> accepted
        && accepted.value().members().size() == 1) {
      return accepted.value().members().values().iterator().next();
    }
    throw new UsageException("--claim " + name(path)
        + ": what follows := is not JSON; a text needs quotes there, or use = alone");
  }
}
