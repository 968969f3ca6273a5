package dev.jeton.tokens.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's encoder says what is right; of all spellings that decode, only its own is accepted. */
class StrictBase64Test {
  private final Random random = new Random(1);

  @Test
  void encodesWhatTheJdkEncodes() {
    for (int length = 0; length < 300; length++) {
      byte[] bytes = bytes(length);
      assertThat(encode(bytes)).isEqualTo(Base64.getEncoder().encodeToString(bytes));
    }
  }

  @Test
  void decodesWhatTheJdkEncodes() {
    for (int length = 0; length < 300; length++) {
      byte[] bytes = bytes(length);
      assertThat(StrictBase64.decode(Base64.getEncoder().encodeToString(bytes), 0))
          .isEqualTo(bytes);
    }
  }

  @Test
  void decodesFromWhereItIsTold() {
    assertThat(StrictBase64.decode("007AAEC", 3)).isEqualTo(new byte[] {0, 1, 2});
    assertThat(StrictBase64.decode("007", 3)).isEmpty();
    assertThat(StrictBase64.decode("00", 3)).isNull();
  }

  @Test
  void knowsTheLengthBeforehand() {
    for (int length = 0; length < 300; length++) {
      assertThat(StrictBase64.encodedLength(length))
          .isEqualTo(encode(bytes(length)).length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AA",
        "AAA",
        "AAAAA",
        "=",
        "==",
        "===",
        "====",
        "A===",
        "AA=A",
        "=AAA",
        "A=AA",
        "AAAA====",
        "AA==AAAA",
        "AB==",
        "AAB=",
        "A\u00c1==",
        "AA\n==",
        "AA= ",
        " AAA",
        "AA-A",
        "AA_A",
        "AAAA\n",
        "AAAA\r\n",
        "\u0141AAA",
        "\uff21AAA",
        "AA\u0000A"
      })
  void everyOtherSpellingIsRefused(String text) {
    assertThat(StrictBase64.decode(text, 0)).isNull();
  }

  /** Over all texts of four characters of a small alphabet: accepted means canonical. */
  @Test
  void whatIsAcceptedIsTheOnlySpellingOfItsBytes() {
    char[] alphabet = {'A', 'B', 'Q', 'g', 'w', '/', '=', '-'};
    for (int n = 0; n < 4096; n++) {
      String text =
          "" + alphabet[n & 7] + alphabet[n >> 3 & 7] + alphabet[n >> 6 & 7] + alphabet[n >> 9 & 7];
      byte[] decoded = StrictBase64.decode(text, 0);
      if (decoded != null) {
        assertThat(Base64.getEncoder().encodeToString(decoded)).isEqualTo(text);
      }
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String encode(byte[] bytes) {
    byte[] target = new byte[StrictBase64.encodedLength(bytes.length) + 1];
    int end = StrictBase64.encode(bytes, bytes.length, target, 1);
    return new String(Arrays.copyOfRange(target, 1, end), StandardCharsets.US_ASCII);
  }
}
