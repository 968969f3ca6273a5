package dev.jeton.server.audit.chain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of a row as its line has them: role, and their hashes in order. */
public record RowPeople(Map<String, List<String>> byRole) {
  /** No value can imitate this, because quotes in values are escaped. */
  private static final String OPEN = ",\"" + ChainLine.PEOPLE + "\":{\"";

  /** Reads them out of a line; null where the line has none. */
  public static @Nullable RowPeople of(String line) {
    int from = line.indexOf(OPEN);
    int end = from < 0 ? -1 : line.indexOf("\"}", from);
    if (end < 0) {
      return null;
    }
    Map<String, List<String>> byRole = new LinkedHashMap<>();
    for (String member : line.substring(from + OPEN.length(), end).split("\",\"", -1)) {
      int colon = member.indexOf("\":\"");
      if (colon > 0) {
        byRole.put(
            member.substring(0, colon), List.of(member.substring(colon + 3).split(" ", -1)));
      }
    }
    return new RowPeople(byRole);
  }

  public Stream<String> hashes() {
    return byRole.values().stream().flatMap(Collection::stream);
  }

  /** The line with one more member, {@code names}, for the texts that are still known. */
  String shown(String line, Function<String, @Nullable String> textOf) {
    return withNames(line, hash -> {
      String text = textOf.apply(hash);
      return text == null ? null : NameLine.escaped(text);
    });
  }

  /** The same with texts that have the escapes of the file. */
  public String withNames(String line, Function<String, @Nullable String> escapedOf) {
    StringJoiner names = new StringJoiner(",", ",\"names\":{", "}}").setEmptyValue("}");
    byRole.forEach((role, hashes) -> {
      for (int i = 0; i < hashes.size(); i++) {
        String text = escapedOf.apply(hashes.get(i));
        if (text != null) {
          names.add("\"" + role + (hashes.size() > 1 ? "#" + (i + 1) : "") + "\":\"" + text + "\"");
        }
      }
    });
    return line.substring(0, line.length() - 1) + names;
  }
}
