package dev.jeton.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineBytesTest {
  private static String quoted(String text) {
    LineBytes bytes = new LineBytes();
    bytes.quoted(text);
    return new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8);
  }

  @Test
  void quotesAndBackslashesAreEscaped() {
    assertThat(quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
  }

  @Test
  void whatCouldSteerATerminalOrSplitALineIsEscaped() {
    assertThat(quoted("\n\r\0\u001b\u007f\u009b\u202e\u2028"))
        .isEqualTo("\"\\u000a\\u000d\\u0000\\u001b\\u007f\\u009b\\u202e\\u2028\"");
  }

  @Test
  void textOfAnyLanguageIsWrittenAsUtf8() {
    assertThat(quoted("é €  😀")).isEqualTo("\"é €  😀\"");
  }

  @Test
  void aLoneSurrogateBecomesTheReplacementCharacter() {
    assertThat(quoted("a\ud800b\udc00\ud83d")).isEqualTo("\"a\ufffdb\ufffd\ufffd\"");
  }

  @Test
  void aLongValueIsCutAndTheCutIsTold() {
    assertThat(quoted("x".repeat(512))).isEqualTo("\"" + "x".repeat(512) + "\"");
    assertThat(quoted("x".repeat(513))).isEqualTo("\"" + "x".repeat(512) + "…+1\"");
  }

  @Test
  void aCutNeverDividesASurrogatePair() {
    assertThat(quoted("x".repeat(511) + "😀")).isEqualTo("\"" + "x".repeat(511) + "…+2\"");
  }

  @Test
  void theLongestPossibleLineIsOneThatTheVerifierReads() {
    String worst = "\u0001".repeat(1000);
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      details.put(worst + i, worst);
    }
    LineBytes bytes = new LineBytes();
    ChainLine line = new ChainLine(bytes);
    line.begin(Long.MAX_VALUE, Chains.AT);
    for (int i = 0; i < 9; i++) {
      line.text("some-name", worst);
    }
    line.details(details);

    assertThat(bytes.length()).isLessThan(LineForm.LONGEST - 300);
    assertThat(new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8))
        .endsWith(",\"+more\":\"76\"}");
  }
}
