package dev.jeton.server.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a {@code .env} file: {@code NAME=value}, quotes, comments, an {@code export}. */
public final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

  private DotEnv() {}

  /**
   * Its values by name.
   *
   * @param unreadable gets the place of each line that has none, and not what stands there
   */
  public static Map<String, String> values(String text, Consumer<String> unreadable) {
    List<Fault> faults = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    read(text.lines().toList(), faults).forEach((name, given) -> values.put(name, given.text()));
    faults.forEach(fault -> unreadable.accept(fault.from()));
    return values;
  }

  static Map<String, Given> read(List<String> lines, List<Fault> faults) {
    Map<String, Given> values = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = ".env line " + (i + 1);
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        faults.add(new Fault(".env", "a line is not NAME=value", "write NAME=value", where));
        continue;
      }
      String name = matcher.group(1);
      values.put(name, Given.one(unquoted(matcher.group(2)), name + " in " + where));
    }
    return values;
  }

  private static String unquoted(String text) {
    if (text.length() >= 2) {
      char quote = text.charAt(0);
      int end = text.indexOf(quote, 1);
      if ((quote == '"' || quote == '\'') && end > 0) {
        return text.substring(1, end);
      }
    }
    int comment = text.indexOf(" #");
    return (comment < 0 ? text : text.substring(0, comment)).strip();
  }
}
