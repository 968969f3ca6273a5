package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.SourceObject;
import java.util.ArrayList;
import java.util.List;

/** Finds the API keys in a file of them. */
final class FoundKeys {
  private static final String RIGHT =
      "give what mongoexport writes of the collection apikeys, or what" + " ListKeys answers";

  private FoundKeys() {}

  static List<FoundKey> read(String source) {
    List<FoundKey> found = new ArrayList<>();
    for (SourceObject one : objects(source)) {
      found.add(FoundKey.of(one)
          .orElseThrow(
              () -> SourceObject.wrong("there is an object without _id and key; " + RIGHT)));
    }
    if (found.isEmpty()) {
      throw SourceObject.wrong("it has no API keys; " + RIGHT);
    }
    if (found.stream().map(FoundKey::stored).distinct().count() > 1) {
      throw SourceObject.wrong("it has keys of two shapes; import each by itself");
    }
    return found;
  }

  private static List<SourceObject> objects(String source) {
    String text = source.strip();
    if (!text.startsWith("{") || isListed(text)) {
      return SourceObject.jsonList(text);
    }
    SourceObject whole = SourceObject.json(text);
    for (String list : List.of("list", "listList")) {
      if (whole.has(list)) {
        return whole.objects(list);
      }
    }
    return List.of(whole);
  }

  /** Whether each line is an object of its own. */
  private static boolean isListed(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.size() > 1
        && lines.stream()
            .allMatch(line -> line.strip().startsWith("{") && line.strip().endsWith("}"));
  }
}
