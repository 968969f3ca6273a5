package dev.jeton.tokens.json;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259 and RFC 7493, read as narrowly as they are written, and within limits. */
class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "\"a\"",
        "{",
        "}",
        "{}}",
        "{} {}",
        "{},",
        "{}\0",
        "\0{}",
        "\ufeff{}",
        "{}\ufeff",
        "\u00a0{}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":-Infinity}",
        "{\"a\":undefined}",
        "{\"a\":True}",
        "{\"a\":tru}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":[}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\'\"}",
        "{\"a\":\"b}",
        "{/**/}",
        "{}//",
        "{}#"
      })
  void whatIsNotOneObjectIsMalformed(String text) {
    assertThat(reason(parse(text))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c3a9",
        "80",
        "c080",
        "e08080",
        "eda080",
        "eda080edb080",
        "f4908080",
        "f8888080",
        "ff",
        "c3",
        "e282"
      })
  void textsAreUtf8(String hex) {
    byte[] bytes = HexFormat.of().parseHex("7b2261223a22" + hex + "227d");
    if (hex.equals("c3a9")) {
      assertThat(accepted(JsonObject.parse(bytes)).text("a")).contains("\u00e9");
    } else {
      assertThat(reason(JsonObject.parse(bytes))).isEqualTo(Reason.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
  void otherEncodingsAreNotGuessed(String charset) {
    assertThat(reason(JsonObject.parse("{\"a\":1}".getBytes(Charset.forName(charset)))))
        .isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\\ud800x\"}",
        "{\"\\ud800\":1}",
        "{\"a\":[\"\\ud83d\"]}"
      })
  void halfASurrogatePairIsMalformed(String text) {
    assertThat(reason(parse(text))).isEqualTo(Reason.MALFORMED);
    assertThat(accepted(parse("{\"a\":\"\\ud83d\\ude00\"}")).text("a")).contains("\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":null}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":[{\"b\":1,\"b\":2}]}",
        "{\"\":1,\"\":2}"
      })
  void aNameStandsOnce(String text) {
    assertThat(reason(parse(text))).isEqualTo(Reason.DUPLICATE_MEMBER);
  }

  @Test
  void namesThatDifferAnyhowAreDifferent() {
    assertThat(accepted(parse("{\"a\":1,\"A\":2,\"\u00e9\":3,\"e\u0301\":4,\"b\":{\"a\":1}}"))
            .members())
        .hasSize(5);
  }

  @Test
  void nestingIsBounded() {
    accepted(parse(nested(15, "{\"a\":", "}")));
    assertThat(reason(parse(nested(16, "{\"a\":", "}")))).isEqualTo(Reason.MALFORMED);
    accepted(parse("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}"));
    assertThat(reason(parse("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}")))
        .isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse("{\"a\":" + "[".repeat(60_000)))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void membersAreBounded() {
    assertThat(accepted(parse(ofMembers(64))).members()).hasSize(64);
    assertThat(reason(parse(ofMembers(65)))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse("{\"a\":" + ofMembers(65) + "}"))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void numbersAreBounded() {
    accepted(parse("{\"a\":" + "1".repeat(40) + "}"));
    assertThat(reason(parse("{\"a\":" + "1".repeat(41) + "}"))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse("{\"a\":0." + "1".repeat(39) + "}"))).isEqualTo(Reason.MALFORMED);
    accepted(parse("{\"a\":1.7976931348623157e308}"));
    for (String number :
        new String[] {"1e309", "-1e309", "1e-400", "1e2147483648", "1e-99999999999"}) {
      assertThat(reason(parse("{\"a\":" + number + "}"))).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void sizeIsBounded() {
    int around = "{\"a\":\"\"}".length();
    accepted(parse("{\"a\":\"" + "x".repeat(JsonObject.MAX_BYTES - around) + "\"}"));
    assertThat(reason(parse("{\"a\":\"" + "x".repeat(JsonObject.MAX_BYTES - around + 1) + "\"}")))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(parse("{\"a\":\"" + "\u00e9".repeat(JsonObject.MAX_BYTES / 2) + "\"}")))
        .isEqualTo(Reason.TOO_LARGE);
  }

  /** What refuses has seen a secret, perhaps, and must not repeat it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":hunter2}",
        "{\"hunter2\":1,\"hunter2\":1}",
        "{\"hunter2\":\"\\q\"}",
        "hunter2",
        "{}hunter2",
        "{\"hunter2\":1e999}",
        "{\"hunter2\":\"\\ud800\"}"
      })
  void noRefusalRepeatsWhatWasRead(String text) {
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.detail()).doesNotContain("hunter2"));
  }

  private static String nested(int times, String before, String after) {
    return before.repeat(times) + "{}" + after.repeat(times);
  }

  private static String ofMembers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Outcome<JsonObject> parse(String text) {
    return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
