package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final String GREEK_QUESTION_MARK = "\u037E";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user1@example.com",
        "+15551234567@pstn.example.net",
        "Zoë Müller",
        "山田太郎",
        "😀",
        "x"
      })
  void addressesAndNamesAreTaken(String text) {
    assertThat(Identity.of(text).text()).isEqualTo(text);
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of("", "it is empty"),
        Arguments.of("ceo@x;1700000000000", "it holds a ';'"),
        Arguments.of("a" + GREEK_QUESTION_MARK + "b", "it holds a ';'"),
        Arguments.of(
            "sip:bob@example.com", "it begins with sip:, which is added by itself; drop it"),
        Arguments.of("SIP:bob", "it begins with sip:, which is added by itself; drop it"),
        Arguments.of(" bob", "it begins or ends with a blank"),
        Arguments.of("bob\n", "it begins or ends with a blank"),
        Arguments.of("a\r\nb", "it holds a control character or an invisible one"),
        Arguments.of("a\u0000b", "it holds a control character or an invisible one"),
        Arguments.of("a\u007Fb", "it holds a control character or an invisible one"),
        Arguments.of("a\u0085b", "it holds a control character or an invisible one"),
        Arguments.of("a\u2028b", "it holds a control character or an invisible one"),
        Arguments.of("a\u202Eb", "it holds a control character or an invisible one"),
        Arguments.of("a\u2066b", "it holds a control character or an invisible one"),
        Arguments.of("a\u200Bb", "it holds a control character or an invisible one"),
        Arguments.of("a\u200Eb", "it holds a control character or an invisible one"),
        Arguments.of("a\u00ADb", "it holds a control character or an invisible one"),
        Arguments.of("a\uFEFFb", "it holds a control character or an invisible one"),
        Arguments.of("a\uD83Db", "it is not well-formed Unicode"),
        Arguments.of("a\uDE00", "it is not well-formed Unicode"),
        Arguments.of("x".repeat(321), "it is longer than 320 bytes"),
        Arguments.of("é".repeat(161), "it is longer than 320 bytes"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCouldSayMoreThanANameIsRefused(String text, String why) {
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.of(text)).withMessage(why);
  }

  @Test
  void theLongestIsOf320Bytes() {
    assertThat(Identity.of("é".repeat(160)).text()).hasSize(160);
    assertThat(Identity.of("x".repeat(320)).text()).hasSize(320);
  }

  @Test
  void itIsBroughtIntoNormalFormC() {
    assertThat(Identity.of("Zoe\u0308")).isEqualTo(Identity.of("Zoë")).hasToString("Zoë");
  }

  @Test
  void joinersThatScriptsNeedMayStandInAName() {
    assertThat(Identity.of("\uD83D\uDC69\u200D\uD83D\uDC67").text()).hasSize(5);
    assertThat(Identity.of("\u0646\u200C\u0647").text()).hasSize(3);
  }

  @Test
  void aDisplayNameHasNoAt() {
    assertThat(Identity.of("My Name").isDisplayName()).isTrue();
    assertThat(Identity.of("me@example.com").isDisplayName()).isFalse();
  }
}
