package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final Requester CALLER = new Requester(
      "shop",
      "192.0.2.7",
      Map.of("sub", "alice", "rooms", List.of("a", "b"), "level", 3, "staff", true),
      List.of());
  private static final Asked ASKED = Asked.of("agora", "rtc", "demo", 600)
      .with(Word.CHANNEL, "a")
      .with(Word.USER, "alice")
      .with(Word.ROLE, "publisher")
      .services(List.of("rtc", "rtm"))
      .powers(List.of("any-user"))
      .claims(JsonObject.builder()
          .put(
              "many",
              new JsonItems(
                  LongStream.range(0, 200).<JsonValue>mapToObj(JsonNumber::of).toList()))
          .put("half", JsonNumber.of(new BigDecimal("0.5")))
          .build());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform == 'agora' && kind == 'rtc' && project == 'demo'",
        "channel in caller.claims.rooms",
        "user == caller.claims.sub && user == caller.user",
        "caller.name == 'shop' && caller.network.startsWith('192.0.2.')",
        "to == '' && from == '' && account == ''",
        "ttl <= 600 && ttl > 599.5",
        "services.all(s, s in ['rtc', 'rtm']) && powers == ['any-user']",
        "caller.claims.level >= 3 && caller.claims.staff",
        "claims.half < 1 && size(claims.many) == 200",
        "has(caller.claims.sub) && !has(caller.claims.email)",
        "channel.matches('^[a-c]$') || false",
        "channel + '-' + user == 'a-alice' && user == 'al' + 'ice'",
        "caller.claims.sub + '-x' == 'alice-x'",
        "ttl + 1 == 601 && 0.5 + claims.half == 1.0",
        "[channel, 'b'] == ['a', 'b'] && claims.many.exists_one(x, x == 7)",
        "false || true"
      })
  void aConditionNamesWhoAsksForWhat(String when) throws Exception {
    assertThat(objection(when)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel == 'b'|does not hold",
        "caller.claims.email == 'x'|not there",
        "caller.claims.rooms[7] == 'x'|not there",
        "caller.claims.sub > 1|cannot be worked out",
        "1 / (ttl - 600) == 1|cannot be worked out",
        "caller.claims.sub + caller.claims.sub == 'aliceali'|cannot be worked out",
        "caller.claims.sub|neither true nor false",
        "claims.many.all(x, claims.many.all(y, x + y >= 0))|too many steps"
      })
  void whateverGoesWrongIsNo(String when, String why) throws Exception {
    assertThat(objection(when)).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usr == 'alice'|line 1, column 1: usr is not known here; the names are account, caller.claims",
        "caller.nam == 'x'|line 1, column 1: caller is not known here",
        "user == 1|line 1, column 6: == does not take (string, int)",
        "user|line 1, column 1: a condition is true or false, and this is of type string",
        "user ==|line 1, column 8: it cannot be read as CEL from here on",
        "user.name == 'x'|line 1, column 5: what stands before the dot has no members",
        "user.startsWit('x')|line 1, column 15: startsWit is not known here",
        "if == 'x'|line 1, column 1: if is a reserved word",
        "user.matches('(')|line 1, column 14: this regular expression cannot be read: missing closing )",
        "user != '' && user.matches('[z-a]')|line 1, column 28: this regular expression cannot be read",
        "user.matches('(?=a)')|line 1, column 14: this regular expression cannot be read: invalid or",
        "user.matches(caller.claims.sub)|line 1, column 27: a regular expression has to be written out",
        "matches(user, channel)|line 1, column 15: a regular expression has to be written out",
        "user.matches('(((a{100}){100}){100})')|line 1, column 14: this regular expression repeats",
        "[channel].map(a, a + a) == []|line 1, column 14: map is not known here",
        "services.filter(s, s != '') == services|line 1, column 16: filter is not known here",
        "ttl == '600'|line 1, column 5: == does not take (int, string)"
      })
  void aConditionThatCannotBeReadIsToldWithItsPlace(String when, String line) {
    assertThat(fault(when)).startsWith(line);
  }

  @Test
  void thePlaceIsThatOfTheLineToo() {
    assertThat(fault("user == 'a' &&\n  chanel == 'b'")).startsWith("line 2, column 3: chanel");
  }

  @Test
  void aTextThatGrowsIsCutShort() throws Exception {
    String text = "('' + claims.long)";
    Asked asked =
        ASKED.claims(JsonObject.builder().put("long", "x".repeat(9_000)).build());
    Question question = new Question(CALLER, asked);
    assertThat(Rules.read(text + " + '' != ''").objection(question.variables())).isEmpty();
    assertThat(Rules.read(text + " + " + text + " + " + text + " != ''")
            .objection(question.variables()))
        .hasValue("its condition cannot be worked out for this request");
    assertThat(objection("[services + services] == []")).contains("cannot be worked out");
  }

  @Test
  void aRequestOrAProofThatSaysTooMuchIsNotLookedAt() {
    List<Object> tall = List.of("x".repeat(5_000));
    for (int i = 0; i < 3; i++) {
      tall = List.of(tall, tall);
    }
    Requester talker = new Requester("shop", "192.0.2.7", Map.of("all", tall), List.of());
    Asked wide = ASKED.with(Word.TO, "/" + "x".repeat(20_000));
    Asked much = ASKED.claims(JsonObject.builder().put("x".repeat(20_000), "y").build());
    assertThatThrownBy(() -> new Question(talker, ASKED).variables())
        .isInstanceOf(Budget.Spent.class);
    assertThatThrownBy(() -> new Question(CALLER, wide).variables())
        .isInstanceOf(Budget.Spent.class);
    Question question = new Question(CALLER, much);
    assertThatThrownBy(question::variables).isInstanceOf(Budget.Spent.class);
    assertThatThrownBy(question::variables).isInstanceOf(Budget.Spent.class);
  }

  @Test
  void whateverTakesAllMemoryIsNo() {
    Rule rule = new Rule(variables -> {
      throw new StackOverflowError();
    });
    assertThat(rule.objection(Map.of())).hasValue("its condition takes too much memory");
  }

  @Test
  void aTowerOfBracketsIsRefused() {
    assertThat(fault("(".repeat(900) + "true" + ")".repeat(900))).isNotEmpty();
    assertThat(fault("[".repeat(900) + "]".repeat(900) + " == []")).isNotEmpty();
    assertThat(fault("caller.claims" + ".a".repeat(1_500))).isNotEmpty();
  }

  @Test
  void anEndlesslyLongConditionIsRefused() {
    assertThat(fault("true" + " || true".repeat(600))).isNotEmpty();
  }

  private static String fault(String when) {
    WrongRule wrong = catchThrowableOfType(WrongRule.class, () -> Rules.read(when));
    return wrong.line();
  }

  private static String objection(String when) throws WrongRule {
    return Rules.read(when).objection(new Question(CALLER, ASKED).variables()).orElse("");
  }
}
