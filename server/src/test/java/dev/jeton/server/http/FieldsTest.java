package dev.jeton.server.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
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

  @Test
  void whatATokenCarriesKeepsItsOrderItsTypesAndEveryDigit() {
    String json = "{\"z\":9007199254740993,\"a\":[1.10,\"\u00e9\",true,null,{\"b\":{}}],"
        + "\"n\":12345678901234567890}";
    assertThat(carried(json).toJson()).isEqualTo(json.replace("1.10", "1.1"));
    assertThat(fields("{\"claims\":null}").carriedOrNull("claims")).isNull();
  }

  @Test
  void whatNoTokenCanCarryIsRefusedByItsPath() {
    assertThat(refusal(() -> carried("{\"a\":[0,1e400]}")))
        .isEqualTo("\"claims.a[1]\" must be within the range of a double and have at most 40"
            + " characters, not 1e400");
    assertThat(refusal(() -> carried("{\"a\":1e-99999999999}"))).contains("not 1e-99999999999");
    assertThat(refusal(() -> carried("{\"a\":{\"b\":\"\\ud800\"}}")))
        .isEqualTo("\"claims.a.b\" is text with half of a surrogate pair");
    assertThat(refusal(() -> carried("{\"\\udc00\":1}")))
        .isEqualTo("\"claims\" has a name with half of a surrogate pair");
    assertThat(refusal(() -> carried("[]"))).isEqualTo("claims must be an object, not a list");
  }

  @Test
  void anObjectForATokenHasUpTo64Members() {
    String most = IntStream.range(0, 64).mapToObj(i -> "\"m" + i + "\":1").collect(joining(","));
    assertThat(carried("{" + most + "}").members()).hasSize(64);
    assertThat(refusal(() -> carried("{" + most + ",\"m64\":1}")))
        .isEqualTo("\"claims\" has more than 64 members");
  }

  private static JsonObject carried(String claims) {
    return Objects.requireNonNull(fields("{\"claims\":" + claims + "}").carriedOrNull("claims"));
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
