package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where no rule of its own applies, a pattern covers what a regular expression of it would. To
 * search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=AddressPatternFuzzTest}.
 */
class AddressPatternFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void matches(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    int end = text.indexOf('|');
    String name = text.substring(end + 1);
    AddressPattern pattern;
    try {
      pattern = AddressPattern.of(text.substring(0, Math.max(0, end)));
    } catch (IllegalArgumentException e) {
      return;
    }
    boolean matches = pattern.matches(name);
    if (isSimple(pattern.text()) && isSimple(name)) {
      assertThat(matches).isEqualTo(asExpression(pattern.text()).matcher(name).matches());
    }
  }

  /** Display names of ASCII letters are covered as they stand. */
  private static boolean isSimple(String text) {
    return text.length() < 40 && text.chars().allMatch(c -> c == '*' || Character.isLetter(c));
  }

  private static Pattern asExpression(String text) {
    return Pattern.compile(text.replace("*", ".*"));
  }
}
