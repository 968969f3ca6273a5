package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.server.kandy.OpeningHours.Span;
import dev.jeton.server.settings.Network;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AddressPattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalleesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String HELP = "help@example.com";

  @ParameterizedTest
  @CsvSource({
    "help@example.com, help@example.com",
    "HELP@Example.com, help@example.com",
    "helper@example.com, help*@example.com",
    "desk@example.com, *@example.com",
    "desk@sales.example.com, *@*.example.com",
    "desk@other.example, *",
    "guest-7, guest-*",
    "Reception, *",
  })
  void theOwnAddressHoldsThenTheLongestPattern(String name, String address) {
    Callees callees = new Callees(
        Stream.of("*", "*@example.com", "help*@example.com", HELP, "*@*.example.com", "guest-*")
            .map(CalleesTest::open)
            .toList());
    assertThat(callees.of(name).orElseThrow().address().text()).isEqualTo(address);
  }

  @Test
  void ofTwoPatternsTheLongerOneHoldsWhicheverNamesTheDomain() {
    Callees callees = new Callees(
        List.of(open("help*@*mple.com"), open("*@example.com"), open("h*@example.com")));
    assertThat(callees.of("helper@example.com").orElseThrow().address().text())
        .isEqualTo("help*@*mple.com");
    assertThat(callees.of("host@example.com").orElseThrow().address().text())
        .isEqualTo("h*@example.com");
  }

  @Test
  void whereNobodySaidAnythingTokensAreEnoughAndWithoutTokensThereIsNoCall() {
    Callees none = new Callees(List.of());
    assertThat(none.answer(ring(HELP, "shop"))).isEqualTo(Outcome.accepted(List.of()));
    assertThat(reason(none, ring(HELP, null))).isEqualTo(Reason.UNRESTRICTED_NOT_ALLOWED);
  }

  @Test
  void callMeOffRefusesCallsWithAndWithoutTokens() {
    Callees callees = one(new Callee(
        AddressPattern.of(HELP),
        "",
        false,
        true,
        Optional.empty(),
        Optional.empty(),
        Listed.NONE,
        List.of(),
        true));
    assertThat(reason(callees, ring(HELP, "shop"))).isEqualTo(Reason.CALL_ME_OFF);
    assertThat(reason(callees, ring(HELP, null))).isEqualTo(Reason.CALL_ME_OFF);
  }

  @Test
  void everyRuleHasItsOwnReasonInOneOrder() {
    Callees callees = one(new Callee(
        AddressPattern.of(HELP),
        "",
        true,
        false,
        Optional.of("Shop"),
        Optional.of(hours()),
        Realms.listed("evil-*", "*@spam.example"),
        List.of(Objects.requireNonNull(Network.parse("198.51.100.0/24"))),
        false));
    Instant night = Instant.parse("2026-11-23T23:00:00Z");
    assertThat(reason(callees, ring(HELP, null))).isEqualTo(Reason.UNRESTRICTED_NOT_ALLOWED);
    assertThat(reason(callees, ring(HELP, "desk", "evil-1", "198.51.100.7", night)))
        .isEqualTo(Reason.OTHER_REALM);
    assertThat(reason(callees, ring(HELP, "shop", "evil-1", "198.51.100.7", night)))
        .isEqualTo(Reason.OUTSIDE_HOURS);
    assertThat(reason(callees, ring(HELP, "shop", "evil-1", "198.51.100.7", MONDAY_NOON)))
        .isEqualTo(Reason.CALLER_BLOCKED);
    assertThat(
            reason(callees, ring(HELP, "shop", "x@spam.example;tag=1", "192.0.2.1", MONDAY_NOON)))
        .isEqualTo(Reason.CALLER_BLOCKED);
    assertThat(reason(callees, ring(HELP, "shop", "guest", "198.51.100.7", MONDAY_NOON)))
        .isEqualTo(Reason.NETWORK_BLOCKED);
    assertThat(callees.answer(ring(HELP, "shop", "guest", "192.0.2.1", MONDAY_NOON)))
        .isEqualTo(Outcome.accepted(List.of()));
  }

  @Test
  void whatNobodyKnowsIsLeftUnchecked() {
    Callees callees = one(new Callee(
        AddressPattern.of(HELP),
        "",
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        Realms.listed("evil-*"),
        List.of(Objects.requireNonNull(Network.parse("192.0.2.1"))),
        false));
    assertThat(callees.answer(ring(HELP, null)))
        .isEqualTo(Outcome.accepted(List.of("from", "client")));
  }

  @Test
  void nobodyGetsAroundACalleesRulesByWritingItsAddressInAnotherWay() {
    Callees callees = one(new Callee(
        AddressPattern.of(HELP),
        "",
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Listed.NONE,
        List.of(),
        false));
    assertThat(reason(callees, ring("HELP@example.COM", "shop"))).isEqualTo(Reason.CALL_ME_OFF);
    for (String other : List.of(
        "help@example.com;user=phone",
        "h%65lp@example.com",
        "help:x@example.com",
        "help@example.com:5060",
        "help@example.com?subject=x")) {
      assertThat(reason(callees, ring(other, "shop"))).isEqualTo(Reason.TO_NOT_ALLOWED);
    }
    assertThat(one(open("lobby@example.com")).answer(ring("desk@example.com;a=b", "shop")))
        .isEqualTo(Outcome.accepted(List.of()));
  }

  @Test
  void aPatternBesideItLetsNobodyAroundACalleesRulesEither() {
    Callee closed = new Callee(
        AddressPattern.of(HELP),
        "",
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Listed.NONE,
        List.of(),
        false);
    Callees callees = new Callees(List.of(closed, open("*@example.com"), open("*")));
    for (String other : List.of("h%65lp@example.com", "help@example.com:5060", "help;x@a.b")) {
      assertThat(reason(callees, ring(other, "shop"))).isEqualTo(Reason.TO_NOT_ALLOWED);
      assertThat(reason(callees, ring(other, null))).isEqualTo(Reason.TO_NOT_ALLOWED);
    }
    assertThat(reason(callees, ring(HELP, "shop"))).isEqualTo(Reason.CALL_ME_OFF);
    assertThat(callees.answer(ring("desk@example.com", "shop")))
        .isEqualTo(Outcome.accepted(List.of()));
    Callees named = new Callees(List.of(closed, open("desk@example.com:5060")));
    assertThat(named.answer(ring("desk@example.com:5060", "shop")))
        .isEqualTo(Outcome.accepted(List.of()));
  }

  @Test
  void callsWithoutTokensAreTakenForTheVeryAddressAlone() {
    Callees callees = one(open("lobby@example.com"));
    assertThat(callees.answer(ring("lobby@EXAMPLE.com", null)))
        .isEqualTo(Outcome.accepted(List.of()));
    assertThat(reason(callees, ring("Lobby@example.com", null)))
        .isEqualTo(Reason.UNRESTRICTED_NOT_ALLOWED);
  }

  private static OpeningHours hours() {
    return new OpeningHours(
        ZoneId.of("UTC"), List.of(new Span(Set.of(DayOfWeek.MONDAY), 9 * 60, 17 * 60)));
  }

  private static Callee open(String address) {
    return Callee.unrestricted(AddressPattern.of(address));
  }

  private static Callees one(Callee callee) {
    return new Callees(List.of(callee));
  }

  private static Ring ring(String to, @Nullable String realm) {
    return new Ring(
        to, Optional.empty(), Optional.ofNullable(realm), Optional.empty(), MONDAY_NOON);
  }

  private static Ring ring(String to, String realm, String from, String client, Instant now) {
    return new Ring(to, Optional.of(from), Optional.of(realm), Optional.of(client), now);
  }

  private static Reason reason(Callees callees, Ring ring) {
    return ((Outcome.Refused<List<String>>) callees.answer(ring)).reason();
  }
}
