package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares what a page shows with what was printed. {@code …} stands for anything: within a line,
 * or as a line of its own for any number of lines. In JSON the keys and types must agree, and the
 * values too, apart from those marked as random.
 */
final class Shape {

  private static final String ANYTHING = "…";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Shape() {}

  static void assertSame(Fence shown, String printed) {
    if (shown.language().equals("json")) {
      Set<String> random = Set.of(shown.mark("random").split(",\\s*"));
      assertSame(
          shown.place() + ": ",
          json("the page", shown.text()),
          json("the output", printed),
          random);
    } else {
      assertText(shown, printed);
    }
  }

  private static JsonNode json(String where, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(where + " is not JSON: " + text, e);
    }
  }

  private static void assertSame(
      String path, JsonNode shown, JsonNode printed, Set<String> random) {
    assertThat(printed.getNodeType()).as("type of %s/", path).isEqualTo(shown.getNodeType());
    if (shown.isObject()) {
      assertThat(keys(printed)).as("keys of %s/", path).isEqualTo(keys(shown));
      for (String key : keys(shown)) {
        boolean anyValue = random.contains(key) && shown.get(key).isValueNode();
        if (anyValue) {
          assertThat(printed.get(key).getNodeType())
              .as("type of %s/%s", path, key)
              .isEqualTo(shown.get(key).getNodeType());
        } else {
          assertSame(path + "/" + key, shown.get(key), printed.get(key), random);
        }
      }
    } else if (shown.isArray()) {
      assertThat(printed.size()).as("size of %s/", path).isEqualTo(shown.size());
      for (int i = 0; i < shown.size(); i++) {
        assertSame(path + "/" + i, shown.get(i), printed.get(i), random);
      }
    } else {
      assertThat(printed.asText()).as("value of %s", path).matches(pattern(shown.asText()));
    }
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new HashSet<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }

  private static void assertText(Fence shown, String printed) {
    String pattern = shown
        .text()
        .lines()
        .map(line -> line.strip().equals(ANYTHING) ? "(?:.*\n)*?" : pattern(line) + "\\s*?\n")
        .collect(Collectors.joining());
    assertThat(printed.replace("\r", "").strip() + "\n").as(shown.place()).matches(pattern);
  }

  private static String pattern(String shown) {
    return Pattern.quote(shown).replace(ANYTHING, "\\E.*\\Q");
  }
}
