package dev.jeton.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonMembersTest {
  private static final String JOINED = "\ud83d\udc69\u200d\ud83d\udd2c \u0646\u0645\u06cc\u200c";

  private enum Colour {
    RED,
    BLUE;

    String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "shop.eu_1-b", "Caf\u00e9 2", "\u0928\u092e\u0938\u094d\u0924\u0947"})
  void aNameIsWordsOfLettersAndDigits(String name) {
    assertThat(CommonMembers.name(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", ".", "a/b", "a\nb", "a\u202eb"})
  void anyOtherNameIsRefused(String name) {
    assertThat(refusal(() -> CommonMembers.name(name)))
        .startsWith("wrong-name: name must be 1 to 64 letters");
  }

  @Test
  void aNameHasSixtyFourCharactersAtMost() {
    assertThat(CommonMembers.name("n".repeat(64))).hasSize(64);
    assertThat(refusal(() -> CommonMembers.name("n".repeat(65)))).startsWith("wrong-name");
  }

  @Test
  void aTextThatIsBlankCountsAsAbsent() {
    for (String blank : List.of("", " ", "\n")) {
      assertThat(CommonMembers.line(fields(blank), "m", 5)).isEmpty();
      assertThat(CommonMembers.prose(fields(blank), "m", 5)).isEmpty();
    }
    assertThat(CommonMembers.line(fields("x"), "other", 5)).isEmpty();
  }

  @Test
  void aTextIsAsLongAsItsMemberMayBe() {
    assertThat(CommonMembers.line(fields("12345"), "m", 5)).contains("12345");
    assertThat(refusal(() -> CommonMembers.line(fields("123456"), "m", 5)))
        .isEqualTo("wrong-member: m must be one line of at most 5 characters that can be seen");
    assertThat(refusal(() -> CommonMembers.prose(fields("123456"), "m", 5)))
        .isEqualTo("wrong-member: m must be a text of at most 5 characters that can be seen");
  }

  @Test
  void onlyProseHasSeveralLines() {
    String lines = "one\r\n\ttwo";
    assertThat(CommonMembers.prose(fields(lines), "m", 50)).contains(lines);
    assertThat(refusal(() -> CommonMembers.line(fields(lines), "m", 50)))
        .startsWith("wrong-member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001b[31m", "a\u0000", "a\u202eb", "a\u200bb", "a\u2028b", "a\ufeff"})
  void whatNobodySeesStandsInNoText(String text) {
    assertThat(refusal(() -> CommonMembers.line(fields(text), "m", 50))).startsWith("wrong-member");
    assertThat(refusal(() -> CommonMembers.prose(fields(text), "m", 50)))
        .startsWith("wrong-member");
  }

  @Test
  void joinersOfScriptsAndEmojiMayStandInATextAsTheyAre() {
    assertThat(CommonMembers.line(fields(JOINED), "m", 50)).isEqualTo(Optional.of(JOINED));
  }

  @Test
  void aWordIsThatOfOneConstantOrTheUsualOne() {
    assertThat(CommonMembers.word(fields("Blue"), "m", Colour.RED, Colour::word))
        .isEqualTo(Colour.BLUE);
    assertThat(CommonMembers.word(fields("Blue"), "other", Colour.RED, Colour::word))
        .isEqualTo(Colour.RED);
    assertThat(refusal(() -> CommonMembers.word(fields("blue"), "m", Colour.RED, Colour::word)))
        .isEqualTo("wrong-member: m must be one of Red, Blue");
  }

  @Test
  void aListOfWordsNamesEachConstantOnce() {
    Fields given = Fields.of(Json.object(json -> json.put("m", List.of("Blue", "Red", "Blue"))));
    assertThat(CommonMembers.words(given, "m", Colour.class, Colour::word))
        .containsExactly(Colour.RED, Colour.BLUE);
    assertThat(CommonMembers.words(given, "other", Colour.class, Colour::word)).isEmpty();
    Fields wrong = Fields.of(Json.object(json -> json.put("m", List.of("Red", "green"))));
    assertThat(refusal(() -> CommonMembers.words(wrong, "m", Colour.class, Colour::word)))
        .isEqualTo("wrong-member: m must be a list out of Red, Blue");
  }

  private static Fields fields(String text) {
    return Fields.of(Json.object(json -> json.put("m", text)));
  }

  private static String refusal(ThrowingCallable reading) {
    Refused refused = catchThrowableOfType(Refused.class, reading);
    return refused.problem().code() + ": " + refused.problem().detail();
  }
}
