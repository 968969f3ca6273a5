package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private static final Asked ASKED =
      Asked.of("agora", "rtc", "shop", 600).with(Word.CHANNEL, "lobby").with(Word.USER, "alice");

  @Test
  void whoeverHasNoPolicyGetsNothing() {
    Policies policies = held("`when`:`true`");
    assertThat(policies.decide(by(), ASKED).allowed()).isFalse();
    assertThat(policies.decide(by(), ASKED).line()).isEqualTo("the caller has no policy");
    assertThat(policies.decide(by("id-of-gone"), ASKED).allowed()).isFalse();
  }

  @Test
  void theFirstThatAllowsItWinsAndThoseBeforeItSayWhyNot() {
    Policies policies = HeldPolicies.of(
        new Tokens(),
        policy("first", "`when`:`channel == 'other'`"),
        policy("second", "`when`:`true`"),
        policy("third", "`when`:`true`"));

    Decision decision = policies.decide(by("id-of-first", "id-of-second", "id-of-third"), ASKED);

    assertThat(decision.by()).hasValue("second");
    assertThat(decision.why()).hasSize(2);
    assertThat(decision.line()).isEqualTo("first: its condition does not hold; second: allows it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`projects`:[`sh*`]|",
        "`projects`:[`other`]|it is for other alone",
        "`maxTtlSeconds`:600|",
        "`maxTtlSeconds`:599|it allows at most 599 seconds, and the token would live for 600",
        "`ownUserOnly`:true|the user is not the caller's own",
        "`when`:`user == 'alice'`|",
        "`when`:`user == caller.user`|its condition does not hold"
      })
  void aPolicyAllowsWhatAllOfItAllows(String members, String objection) {
    Decision decision = held(members).decide(by("id-of-p"), ASKED);
    assertThat(decision.why().get(0).objection().orElse(null)).isEqualTo(objection);
  }

  @Test
  void aRequestThatSaysTooMuchIsRefused() {
    Asked wide = ASKED.with(Word.TO, "x".repeat(20_001));
    assertThat(held("`when`:`true`").decide(by("id-of-p"), wide).line())
        .isEqualTo("p: the request or the caller's proof says more than a condition may look at,"
            + " which is 20000 characters");
  }

  @Test
  void aTokenWithoutAnEndIsLongerThanAnyLimit() {
    Asked endless = Asked.of("agora", "rtc", "shop", 0);
    assertThat(held("`maxTtlSeconds`:600").decide(by("id-of-p"), endless).line())
        .contains("would have no end");
    assertThat(held("`when`:`true`").decide(by("id-of-p"), endless).allowed()).isTrue();
  }

  @Test
  void powersHaveToBeNamedWhateverTheConditionSays() {
    Asked wide = ASKED.with(Word.CHANNEL, "*").powers(List.of("any-channel"));
    assertThat(held("`when`:`channel == '*'`").decide(by("id-of-p"), wide).line())
        .contains("needs the power any-channel");
    assertThat(held("`powers`:[`any-channel`]").decide(by("id-of-p"), wide).allowed())
        .isTrue();
  }

  @Test
  void theOwnUserIsTheSubjectOfTheProofElseTheName() {
    Policies policies = held("`ownUserOnly`:true");
    Asked shop = ASKED.with(Word.USER, "shop");
    assertThat(policies.decide(by("id-of-p"), shop).allowed()).isTrue();
    Requester alice =
        new Requester("shop", "127.0.0.1", Map.of("sub", "alice"), List.of("id-of-p"));
    assertThat(policies.decide(alice, ASKED).allowed()).isTrue();
    assertThat(policies.decide(alice, shop).allowed()).isFalse();
    assertThat(policies.decide(alice, ASKED.with(Word.USER, "")).allowed()).isFalse();
  }

  @Test
  void reasonsAreForCallersWhosePolicySaysSo() {
    Policies policies = HeldPolicies.of(
        new Tokens(), policy("quiet", "`explain`:false"), policy("open", "`explain`:true"));
    assertThat(policies.granted(List.of("id-of-quiet", "gone"))).isFalse();
    assertThat(policies.granted(List.of("id-of-quiet", "id-of-open"))).isTrue();
  }

  @Test
  void aConditionIsReadOnceAndAheadWhereItIsNew() {
    List<Runnable> waiting = new ArrayList<>();
    Policies policies = new Policies(waiting::add);
    policies.hold(List.of());
    assertThat(waiting).isEmpty();
    PolicySpec spec = spec("`when`:`true`");
    policies.hold(List.of(HeldPolicies.stored("1", spec)));
    policies.hold(List.of(HeldPolicies.stored("1", spec("`when`:`true`"))));
    assertThat(waiting).hasSize(1);
    waiting.get(0).run();
    assertThat(policies.find("P"))
        .hasValueSatisfying(one -> assertThat(one.id()).isEqualTo("1"));
    policies.hold(List.of());
    assertThat(policies.find("p")).isEmpty();
  }

  private static PolicySpec spec(String members) {
    return held(members).find("p").orElseThrow().spec();
  }

  private static Policies held(String members) {
    return HeldPolicies.of(new Tokens(), policy("p", members));
  }

  private static Requester by(String... policies) {
    return new Requester("shop", "127.0.0.1", Map.of(), List.of(policies));
  }

  /** For all projects and whatever is asked, unless the members say otherwise; ` is a quote. */
  private static String policy(String name, String members) {
    String projects = members.contains("`projects`") ? "" : "`projects`:[`*`],";
    String when = members.contains("`when`") ? "" : "`when`:`true`,";
    return ("{`name`:`" + name + "`,`platforms`:[`agora`]," + projects + when + members + "}")
        .replace('`', '"');
  }
}
