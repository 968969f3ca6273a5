package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetRulesTest {
  private static final Identity DESK = Identity.of("desk@example.com");
  private static final Identity GUEST = Identity.of("Guest 17");
  private static final SetRules NONE = SetRules.none();

  @ParameterizedTest
  @EnumSource
  void theThreeMustCarryOneTime(KandyCipher cipher) {
    Triple now = Kiosk.triple(cipher);
    Triple later =
        Kiosk.issuer(cipher).issue(Kiosk.call(), Kiosk.NOW.plusMillis(1)).tokens();
    refused(cipher, mixed(later, now, now), NONE, Reason.TIME_MISMATCH);
    refused(cipher, mixed(now, later, now), NONE, Reason.TIME_MISMATCH);
    refused(cipher, mixed(now, now, later), NONE, Reason.TIME_MISMATCH);
  }

  @Test
  void oneIvIsDemandedOnlyWhereTheRealmSaysSo() {
    TripleIssuer vendor =
        new TripleIssuer(Kiosk.key(KandyCipher.CBC), new Random(3), IvUse.PER_SET);
    Triple one = vendor.issue(Kiosk.call(), Kiosk.NOW).tokens();
    accepted(verify(KandyCipher.CBC, one, NONE.requireSameIv()));
    Triple three = Kiosk.triple(KandyCipher.CBC);
    accepted(verify(KandyCipher.CBC, three, NONE));
    refused(KandyCipher.CBC, three, NONE.requireSameIv(), Reason.TIME_MISMATCH);
    refused(
        KandyCipher.CBC,
        mixed(one, one, vendor.issue(Kiosk.call(), Kiosk.NOW).tokens()),
        NONE.requireSameIv(),
        Reason.TIME_MISMATCH);
    accepted(verify(KandyCipher.ECB, Kiosk.triple(KandyCipher.ECB), NONE.requireSameIv()));
  }

  @Test
  void theAccountIsBoundAsTheRealmSays() {
    Triple bound = triple(Kiosk.HELP, GUEST);
    Triple callers = triple(GUEST, GUEST);
    Triple other = triple(DESK, GUEST);
    accepted(verify(KandyCipher.ECB, other, NONE.binding(AccountBinding.ANY)));
    accepted(verify(KandyCipher.ECB, bound, NONE.binding(AccountBinding.EQUALS_TO)));
    accepted(verify(KandyCipher.ECB, callers, NONE.binding(AccountBinding.EQUALS_FROM)));
    for (AccountBinding binding :
        new AccountBinding[] {AccountBinding.EQUALS_TO, AccountBinding.EQUALS_FROM}) {
      refused(KandyCipher.ECB, other, NONE.binding(binding), Reason.ACCOUNT_MISMATCH);
    }
    refused(
        KandyCipher.ECB, callers, NONE.binding(AccountBinding.EQUALS_TO), Reason.ACCOUNT_MISMATCH);
  }

  @Test
  void domainsAreBoundWhateverTheirLetterCase() {
    SetRules toCallee = NONE.binding(AccountBinding.EQUALS_TO);
    accepted(verify(KandyCipher.ECB, triple(Identity.of("help@EXAMPLE.com"), GUEST), toCallee));
    refused(
        KandyCipher.ECB,
        triple(Identity.of("Help@example.com"), GUEST),
        toCallee,
        Reason.ACCOUNT_MISMATCH);
  }

  @Test
  void calleesAndCallersMustBeOnTheLists() {
    Triple triple = triple(Kiosk.HELP, GUEST);
    accepted(verify(KandyCipher.ECB, triple, NONE.to(AddressPatterns.of("*@example.com"))));
    accepted(verify(KandyCipher.ECB, triple, NONE.from(AddressPatterns.of("Guest *"))));
    SetRules neither = NONE.to(AddressPatterns.of("desk@example.com")).from(AddressPatterns.of());
    refused(KandyCipher.ECB, triple, neither, Reason.TO_NOT_ALLOWED);
    refused(KandyCipher.ECB, triple, neither.to(AddressPatterns.any()), Reason.FROM_NOT_ALLOWED);
  }

  @Test
  void whatIsNotGivenIsListedAsUnchecked() {
    Triple triple = Kiosk.triple(KandyCipher.ECB);
    assertThat(accepted(verify(KandyCipher.ECB, triple, NONE)).unchecked())
        .containsExactly(SetCheck.ACCOUNT, SetCheck.TO, SetCheck.FROM);
    SetRules all =
        NONE.binding(AccountBinding.ANY).to(AddressPatterns.any()).from(AddressPatterns.any());
    assertThat(accepted(verify(KandyCipher.ECB, triple, all)).unchecked()).isEmpty();
  }

  @Test
  void theRefusalNamesTheToken() {
    Triple triple = Kiosk.triple(KandyCipher.ECB);
    Triple swapped = new Triple(triple.accountToken(), triple.accountToken(), triple.toToken());
    assertThat(verify(KandyCipher.ECB, swapped, NONE))
        .isEqualTo(Outcome.refused(
            Reason.WRONG_ROLE, "from token: it does not begin with sip:, so it is an account"));
  }

  @Test
  void aSetInAnotherLetterCaseIsTheSameSet() {
    Triple lower = Kiosk.triple(KandyCipher.ECB);
    Triple upper = new Triple(
        lower.accountToken().toUpperCase(Locale.ROOT),
        lower.fromToken().toUpperCase(Locale.ROOT),
        lower.toToken());
    assertThat(accepted(verify(KandyCipher.ECB, upper, NONE)).canonical()).isEqualTo(lower);
  }

  private static Triple triple(Identity account, Identity from) {
    return Kiosk.issuer(KandyCipher.ECB)
        .issue(new Parties(account, from, Kiosk.HELP), Kiosk.NOW)
        .tokens();
  }

  private static Triple mixed(Triple account, Triple from, Triple to) {
    return new Triple(account.accountToken(), from.fromToken(), to.toToken());
  }

  private static Outcome<VerifiedTriple> verify(KandyCipher cipher, Triple triple, SetRules rules) {
    return Kiosk.verifier(cipher).verify(triple, rules, Kiosk.NOW.plusMillis(5));
  }

  private static void refused(KandyCipher cipher, Triple triple, SetRules rules, Reason expected) {
    assertThat(reason(verify(cipher, triple, rules))).isEqualTo(expected);
  }
}
