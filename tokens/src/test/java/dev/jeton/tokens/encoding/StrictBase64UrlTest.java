package dev.jeton.tokens.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all spellings that the JDK decodes, only the one that it encodes to is accepted. */
class StrictBase64UrlTest {
  private final Random random = new Random(1);

  @Test
  void everyLengthGoesThereAndBack() {
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = StrictBase64Url.encode(bytes);
      assertThat(text).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      assertThat(text).hasSize(StrictBase64Url.encodedLength(length));
      assertThat(StrictBase64Url.encodeToBytes(bytes))
          .isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(StrictBase64Url.decode(text)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AAAAA",
        "=",
        "==",
        "AA=",
        "AA==",
        "AAA=",
        "AB",
        "A_",
        "AAB",
        "AA\n",
        "\nAA",
        "AA ",
        " AA",
        "A A",
        "AA+A",
        "AA/A",
        "AAAA\n",
        "AAAA\r\n",
        "AAAA====",
        "A\u00c1",
        "\u0141A",
        "\uff21A",
        "AA\0A",
        "A=AA",
        "=AAA"
      })
  void everyOtherSpellingIsRefused(String text) {
    assertThat(StrictBase64Url.decode(text)).isNull();
  }

  /** All texts of up to three characters of ASCII: accepted means canonical. */
  @Test
  void whatIsAcceptedIsTheOnlySpellingOfItsBytes() {
    for (char a = 0; a < 128; a++) {
      for (char b = 0; b < 128; b++) {
        check("" + a + b);
        for (char c = 0; c < 128; c++) {
          check("" + a + b + c);
        }
      }
    }
  }

  private static void check(String text) {
    byte[] decoded = StrictBase64Url.decode(text);
    if (decoded != null && !StrictBase64Url.encode(decoded).equals(text)) {
      throw new AssertionError("two spellings: " + text);
    }
  }
}
