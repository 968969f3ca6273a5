package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  private static final String HELP = "help@example.com";

  @ParameterizedTest
  @CsvSource({
    "A, , , service@example.com, anonymous@invalid.com",
    "A, alice@example.com, , service@example.com, alice@example.com",
    "A, alice@example.com, help@example.com, help@example.com, alice@example.com",
    "A, , line-7@example.com, line-7@example.com, anonymous@invalid.com",
    "C, , , anonymous@invalid.com, anonymous@invalid.com",
    "C, alice@example.com, , alice@example.com, alice@example.com",
    "D, guest-7, , guest-7, guest-7",
    "B, alice@example.com, , alice@example.com, alice@example.com",
    "B, alice@example.com, alice@example.com, alice@example.com, alice@example.com",
  })
  void eachConventionPutsAccountAndCallerWhereItSays(
      Convention convention,
      @Nullable String from,
      @Nullable String account,
      String thenAccount,
      String thenFrom) {
    Parties parties = admitted(Realms.of(convention), HELP, from, account);
    assertThat(parties.account().text()).isEqualTo(thenAccount);
    assertThat(parties.from().text()).isEqualTo(thenFrom);
    assertThat(parties.to().text()).isEqualTo(HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ceo@example.com", "help@example.org", "help", "x@sales.example.com.evil"})
  void calleesThatNobodyListedAreRefused(String to) {
    assertThat(refused(Realms.of(Convention.A), to, null, null).code()).isEqualTo("to-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ceo@example.com", "guest", "guest-7@example.com", "Alice@example.com"})
  void callersThatNobodyListedAreRefused(String from) {
    Problem problem = refused(Realms.of(Convention.A), HELP, from, null);
    assertThat(problem.code()).isEqualTo("from-not-allowed");
    assertThat(problem.status()).isEqualTo(403);
  }

  @Test
  void whereNobodyMayBeCalledNobodyIs() {
    KandyRealm without = Realms.realm(
        Realms.spec(KandyCipher.CBC, Convention.A, AccountBinding.ANY, Listed.NONE, Domains.ALL));
    assertThat(refused(without, HELP, null, null).code()).isEqualTo("to-not-allowed");
    assertThat(without.rules().to()).isEmpty();
  }

  @Test
  void aRealmServesItsDomainsAlone() {
    KandyRealm one = Realms.realm(serving("example.com"));
    assertThat(admitted(one, HELP, null, null).to().text()).isEqualTo(HELP);
    assertThat(refused(one, "desk@sales.example.com", null, null).code())
        .isEqualTo("domain-not-served");
    KandyRealm other = Realms.realm(serving("SALES.example.com"));
    assertThat(refused(other, "desk@sales.example.com", null, null).detail())
        .contains("the account is outside of the domains");
    assertThat(admitted(other, "desk@sales.example.com", null, "desk@sales.example.com")
            .account()
            .text())
        .isEqualTo("desk@sales.example.com");
  }

  private static RealmSpec serving(String domain) {
    return Realms.spec(
        KandyCipher.CBC,
        Convention.A,
        AccountBinding.ANY,
        Realms.listed("help@example.com", "*@sales.example.com"),
        Domains.of(List.of(domain)));
  }

  @Test
  void anAccountIsLentOnlyWhereItIsListed() {
    assertThat(refused(Realms.of(Convention.A), HELP, null, "ceo@example.com").code())
        .isEqualTo("account-not-allowed");
  }

  @Test
  void aPatternForCallersLendsNoAccountWhenTheRequestChangesTheConvention() {
    KandyRealm realm = Realms.of(Convention.A);
    Convention c = Convention.C;
    assertThat(refused(realm, wish(c, HELP, "boss@visitors.example", null)).code())
        .isEqualTo("account-not-allowed");
    assertThat(
            admitted(realm, wish(c, HELP, "alice@example.com", null)).account().text())
        .isEqualTo("alice@example.com");
    assertThat(admitted(Realms.of(c), wish(c, HELP, "boss@visitors.example", null))
            .account()
            .text())
        .isEqualTo("boss@visitors.example");
  }

  @Test
  void theAccountBindingHoldsForMintingToo() {
    KandyRealm bound = Realms.of(KandyCipher.CBC, Convention.A, AccountBinding.EQUALS_TO);
    assertThat(refused(bound, HELP, null, null).code()).isEqualTo("account-mismatch");
    assertThat(admitted(bound, HELP, null, HELP).account().text()).isEqualTo(HELP);
    KandyRealm toCaller = Realms.of(KandyCipher.CBC, Convention.C, AccountBinding.EQUALS_FROM);
    assertThat(admitted(toCaller, HELP, "guest-1", null).account().text()).isEqualTo("guest-1");
  }

  @Test
  void conventionDTakesNoAddressAsCaller() {
    Problem problem = refused(Realms.of(Convention.D), HELP, "alice@example.com", null);
    assertThat(problem.code()).isEqualTo("wrong-parties");
    assertThat(problem.detail()).contains("display name").contains("@");
  }

  @Test
  void theAuditLearnsWhoWasToCallWhom() {
    CallWish wish = wish(null, "ceo@example.com", "guest-7", null);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> admitted(Realms.of(Convention.A), wish));
    assertThat(refused.exactCode()).isEqualTo("to-not-allowed");
    assertThat(refused.people().byRole())
        .containsEntry("to", List.of("ceo@example.com"))
        .containsEntry("from", List.of("guest-7"))
        .containsEntry("account", List.of("service@example.com"));
    assertThat(refused.details())
        .containsExactly(Map.entry("realm", Realms.of(Convention.A).name()));
  }

  private static Parties admitted(
      KandyRealm realm, String to, @Nullable String from, @Nullable String account) {
    return admitted(realm, wish(null, to, from, account));
  }

  private static Parties admitted(KandyRealm realm, CallWish wish) {
    Parties parties = Admission.parties(realm, wish);
    Admission.checkAccount(realm, parties);
    return parties;
  }

  private static Problem refused(
      KandyRealm realm, String to, @Nullable String from, @Nullable String account) {
    return refused(realm, wish(null, to, from, account));
  }

  private static Problem refused(KandyRealm realm, CallWish wish) {
    return catchThrowableOfType(Refused.class, () -> admitted(realm, wish)).problem();
  }

  private static CallWish wish(
      @Nullable Convention convention, String to, @Nullable String from, @Nullable String account) {
    return new CallWish(
        Optional.ofNullable(convention),
        Identity.of(to),
        Optional.ofNullable(from).map(Identity::of),
        Optional.ofNullable(account).map(Identity::of));
  }
}
