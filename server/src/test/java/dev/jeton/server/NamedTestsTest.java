package dev.jeton.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some pages name the tests that show what they say. */
class NamedTestsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!threat|gone|-).*$");

  @ParameterizedTest
  @ValueSource(strings = {"threat-model.md", "fail-modes.md"})
  void everyRowNamesATestThatIsThere(String page) throws IOException {
    Map<String, Path> tests = tests();
    String text = Files.readString(ROOT.resolve("docs").resolve(page));
    List<String> rows = ROW.matcher(text).results().map(MatchResult::group).toList();
    assertThat(rows).hasSizeGreaterThan(10);
    for (String row : rows) {
      List<MatchResult> named = NAMED.matcher(row).results().toList();
      if (!row.contains("| by design |") && !row.contains("| manual |")) {
        assertThat(named).as(row).isNotEmpty();
      }
      for (MatchResult name : named) {
        assertThat(tests).as(row).containsKey(name.group(1));
        if (name.group(2) != null) {
          assertThat(Files.readString(tests.get(name.group(1))))
              .as(row)
              .contains("void " + name.group(2) + "(");
        }
      }
    }
  }

  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (String module : List.of("tokens", "server", "cli")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files.forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
      }
    }
    return tests;
  }
}
