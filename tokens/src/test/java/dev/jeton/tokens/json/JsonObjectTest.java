package dev.jeton.tokens.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcomes;
import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects are read strictly and written as {@code JSON.stringify} would. */
class JsonObjectTest {

  @Test
  void isWrittenCompactAndInOrder() {
    String text = "{\"b\":[1,true,null,{}],\"a\":\"/\u00e9\u20ac\ud83d\ude00\\n\\u001f\\\"\\\\\"}";
    JsonObject read = Outcomes.accepted(JsonObject.parse(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(new String(read.toBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, 1000",
    "1.0, 1",
    "-0, 0",
    "9007199254740993, 9007199254740993",
    "1E-7, 1e-7",
    "0.000001, 0.000001",
    "1e21, 1e+21",
    "123456789012345678901, 123456789012345678901",
    "-12.50, -12.5",
    "1e-999999999, MALFORMED",
    "1e309, MALFORMED",
    "0e999999999999, MALFORMED"
  })
  void numbersKeepTheirValue(String given, String written) {
    var outcome = JsonObject.parse(("{\"n\":" + given + "}").getBytes(StandardCharsets.UTF_8));
    if (written.equals("MALFORMED")) {
      assertThat(Outcomes.reason(outcome)).isEqualTo(Reason.MALFORMED);
    } else {
      assertThat(Outcomes.accepted(outcome).toJson()).isEqualTo("{\"n\":" + written + "}");
    }
  }
}
