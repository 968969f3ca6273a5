package dev.jeton.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(quoted("x".repeat(2048))).isEqualTo("\"" + "x".repeat(2048) + "\"");
    assertThat(quoted("x".repeat(2049))).isEqualTo("\"" + "x".repeat(2048) + "…+1\"");
  }

  @Test
  void aCutNeverDividesASurrogatePair() {
    assertThat(quoted("x".repeat(2047) + "😀")).isEqualTo("\"" + "x".repeat(2047) + "…+2\"");
  }

  @Test
  void theLongestPossibleLineIsOneThatTheVerifierReads() {
    String worst = "\u0001".repeat(5000);
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      details.put(worst + i, worst);
    }
    LineBytes bytes = new LineBytes();
    ChainLine line = new ChainLine(bytes, (hash, text) -> {});
    line.begin(Long.MAX_VALUE, Chains.AT);
    for (int i = 0; i < 9; i++) {
      line.text("some-name", worst);
    }
    line.details(details);

    assertThat(bytes.length()).isLessThan(LineForm.LONGEST - 300);
    assertThat(new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8))
        .endsWith(",\"+more\":\"76\"}");
  }

  @ParameterizedTest
  @CsvSource({"2047,true", "2048,true", "2049,false"})
  void aDetailIsHeldWholeUpToTheLongestText(int length, boolean held) {
    assertThat(ChainLine.holds(Map.of("service1", "x".repeat(length)))).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"63,true", "64,true", "65,false"})
  void aNameOfADetailIsHeldWholeUpToItsLimit(int length, boolean held) {
    assertThat(ChainLine.holds(Map.of("n".repeat(length), "x"))).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"23,true", "24,true", "25,false"})
  void asManyDetailsAreHeldAsALineTakes(int count, boolean held) {
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < count; i++) {
      details.put("name" + i, "x");
    }
    assertThat(ChainLine.holds(details)).isEqualTo(held);
  }
}
