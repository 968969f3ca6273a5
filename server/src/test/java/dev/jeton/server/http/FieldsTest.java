package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static final long MOST = 4294967295L;

  @Test
  void aNumberBeyondTheRangeIsToldTheRange() {
    assertThat(refusal(() -> fields("{\"uid\":4294967296}").whole("uid", 0, MOST)))
        .isEqualTo("uid must be a whole number from 0 to 4294967295, not 4294967296");
  }

  @Test
  void bothEndsOfARangeBelongToIt() {
    assertThat(fields("{\"uid\":4294967295}").whole("uid", 0, MOST)).isEqualTo(MOST);
    assertThat(fields("{\"uid\":0}").whole("uid", 0, MOST)).isZero();
    assertThat(refusal(() -> fields("{\"uid\":-1}").whole("uid", 0, MOST))).endsWith("not -1");
  }

  @Test
  void numbersWithAFractionOrBeyondAllBoundsAreNoWholeNumbers() {
    assertThat(refusal(() -> fields("{\"uid\":1.0}").whole("uid", 0, 9))).endsWith("not 1.0");
    assertThat(refusal(() -> fields("{\"uid\":1e3}").whole("uid", 0, 9))).endsWith("not 1e3");
    assertThat(refusal(() -> fields("{\"uid\":99999999999999999999}").whole("uid", 0, 9)))
        .endsWith("not 99999999999999999999");
  }

  @Test
  void theTextFalseIsNotFalse() {
    assertThat(refusal(() -> fields("{\"isPublisher\":\"false\"}").truthOr("isPublisher", false)))
        .isEqualTo("isPublisher must be true or false, without quotes, not a text");
  }

  @Test
  void nullCountsAsAbsent() {
    assertThat(fields("{\"user\":null}").textOrNull("user")).isNull();
    assertThat(refusal(() -> fields("{\"user\":null}").text("user")))
        .isEqualTo("user is missing; it must be a text");
  }

  @Test
  void aRefusalNeverRepeatsAText() {
    assertThat(refusal(() -> fields("{\"uid\":\"my-secret\"}").whole("uid", 0, 9)))
        .doesNotContain("my-secret");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThat(refusal(() -> fields("{\"user\":\"\\ud800\"}").text("user")))
        .contains("half of a surrogate pair");
    assertThat(fields("{\"user\":\"\\ud83d\\ude00\"}").text("user")).hasSize(2);
  }

  @Test
  void anUnknownMemberIsToldTheNearestOne() {
    assertThat(refusal(() -> fields("{\"chanel\":\"c\"}").only("channel", "uid")))
        .isEqualTo("\"chanel\" is not known here; did you mean channel?");
  }

  @Test
  void nestedMembersAreNamedByTheirPath() {
    Fields fields = fields("{\"services\":[{\"rtc\":{\"channel\":1}}]}");
    Fields rtc = fields.objects("services").get(0).object("rtc");
    assertThat(refusal(() -> rtc.text("channel")))
        .isEqualTo("services[0].rtc.channel must be a text, not 1");
  }

  @Test
  void listsOfTextsAreReadStrictly() {
    assertThat(fields("{\"names\":[\"a\",\"b\"]}").texts("names")).containsExactly("a", "b");
    assertThat(refusal(() -> fields("{\"names\":[\"a\",null]}").texts("names")))
        .isEqualTo("names[1] must be a text, not null");
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
    assertThat(refusal(() -> fields(deep))).contains("too deep");
    String less = "{\"a\":".repeat(16) + "1" + "}".repeat(16);
    assertThat(fields(less).has("a")).isTrue();
  }

  @Test
  void aBareListIsReadOnlyWhereItHasAName() {
    byte[] list = "[{\"user\":\"u\"}]".getBytes(StandardCharsets.UTF_8);
    assertThat(Fields.read(list, "requests").objects("requests").get(0).text("user"))
        .isEqualTo("u");
    assertThat(refusal(() -> Fields.read(list, null))).contains("one JSON object");
  }

  @Test
  void onlyUtf8IsRead() {
    byte[] latin1 = "{\"user\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusal(() -> Fields.read(latin1, null))).isEqualTo("the body is not UTF-8 text");
  }

  private static Fields fields(String json) {
    return Fields.read(json.getBytes(StandardCharsets.UTF_8), null);
  }

  private static String refusal(ThrowingCallable reading) {
    Refused[] refused = new Refused[1];
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(Refused.class, thrown -> refused[0] = thrown);
    assertThat(refused[0].problem().status()).isEqualTo(400);
    return refused[0].problem().detail();
  }
}
