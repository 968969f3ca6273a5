package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionTest {
  private static final Identity CALLEE = Identity.of("callee@example.com");
  private static final Identity CALLER = Identity.of("caller@example.com");
  private static final Identity NAME = Identity.of("My Display Name");
  private static final Identity DESK = Identity.of("desk@example.com");

  @Test
  void underATheAccountIsTheCalleeAndAnybodyCalls() {
    assertThat(parties(Convention.A, null, null))
        .isEqualTo(new Parties(CALLEE, Convention.ANONYMOUS, CALLEE));
    assertThat(parties(Convention.A, NAME, null)).isEqualTo(new Parties(CALLEE, NAME, CALLEE));
    assertThat(parties(Convention.A, NAME, DESK)).isEqualTo(new Parties(DESK, NAME, CALLEE));
  }

  @Test
  void underBTheAccountCalls() {
    assertThat(parties(Convention.B, null, DESK)).isEqualTo(new Parties(DESK, DESK, CALLEE));
    assertThat(parties(Convention.B, DESK, DESK)).isEqualTo(new Parties(DESK, DESK, CALLEE));
    refused(Convention.B, CALLER, null, "convention B needs an account");
    refused(Convention.B, CALLER, DESK, "under convention B account and caller are the same");
  }

  @Test
  void underCTheAccountIsTheCaller() {
    assertThat(parties(Convention.C, CALLER, null)).isEqualTo(new Parties(CALLER, CALLER, CALLEE));
    refused(Convention.C, CALLER, DESK, "under convention C account and caller are the same");
  }

  @Test
  void underDTheAccountIsTheCallersDisplayName() {
    assertThat(parties(Convention.D, NAME, null)).isEqualTo(new Parties(NAME, NAME, CALLEE));
    refused(
        Convention.D,
        CALLER,
        null,
        "convention D takes a display name as caller: it must hold no '@'");
  }

  @ParameterizedTest
  @EnumSource(names = {"C", "D"})
  void theCallerMustBeGivenUnderCAndD(Convention convention) {
    refused(convention, null, null, "convention " + convention + " needs a caller");
  }

  private static void refused(
      Convention convention, @Nullable Identity from, @Nullable Identity account, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parties(convention, from, account))
        .withMessage(why);
  }

  private static Parties parties(
      Convention convention, @Nullable Identity from, @Nullable Identity account) {
    return convention.parties(CALLEE, Optional.ofNullable(from), Optional.ofNullable(account));
  }
}
