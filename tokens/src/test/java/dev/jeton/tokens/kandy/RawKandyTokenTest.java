package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawKandyTokenTest {
  private static final String BLOCK = "0123456789abcdefABCDEF0123456789";
  private static final String CBC = BLOCK + BLOCK + "AZaz09AZaz09AZaz" + BLOCK;

  @Test
  void theLengthTellsTheLayout() {
    RawKandyToken ecb = accepted(RawKandyToken.parse(BLOCK + BLOCK));
    assertThat(ecb.cipher()).isEqualTo(KandyCipher.ECB);
    assertThat(ecb.ciphertextLength()).isEqualTo(32);
    assertThat(ecb.iv()).isEmpty();
    RawKandyToken cbc = accepted(RawKandyToken.parse(CBC));
    assertThat(cbc.cipher()).isEqualTo(KandyCipher.CBC);
    assertThat(cbc.ciphertextLength()).isEqualTo(16);
    assertThat(cbc.iv()).contains("AZaz09AZaz09AZaz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdefABCDEF012345678",
        "0123456789abcdefABCDEF0123456789a",
        "0123456789abcdefABCDEF012345678g",
        "0123456789abcdefABCDEF012345678 ",
        "0123456789abcdefABCDEF012345678\u0661",
        "0123456789abcdef",
        BLOCK + BLOCK + "AZaz09AZaz09AZaz",
        BLOCK + "AZaz09AZaz09AZaz",
        BLOCK + BLOCK + "AZaz09AZaz09AZa!" + BLOCK,
        BLOCK + BLOCK + "AZaz09AZaz09AZa\u00e9" + BLOCK,
        "0123456789abcdefABCDEF01234567\ud83d\ude00",
        "\ud83d\ude000123456789abcdefABCDEF0123456789",
        BLOCK + BLOCK + "AZaz09AZaz09AZ\ud83d\ude00" + BLOCK,
        BLOCK + BLOCK + "AZaz09AZaz09AZaz" + "0123456789abcdefABCDEF01234567\ud83d\ude00",
        "x" + CBC,
        CBC + "\n"
      })
  void otherTextsAreMalformed(String text) {
    assertThat(reason(RawKandyToken.parse(text))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void noMoreThan2048CharactersAreLookedAt() {
    accepted(RawKandyToken.parse("0".repeat(2048)));
    assertThat(reason(RawKandyToken.parse("0".repeat(2049)))).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(RawKandyToken.parse("0".repeat(2080)))).isEqualTo(Reason.TOO_LARGE);
  }
}
