package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Attacks without the key on realms whose callers may choose their name, and what stops each: the
 * issuing rules, the last marker, the code of CBC, the rules for a set. Where nothing in the tokens
 * can stop one, the test says so: {@code onlyARegister...}. There a register of issued sets must.
 */
class AttacksTest {
  private static final Instant NOW = Kiosk.NOW;
  private static final Instant OLD = NOW.minusSeconds(3600);
  private static final int BLOCK = 32;
  private static final SetRules HELP_ONLY =
      SetRules.none().to(AddressPatterns.of("help@example.com"));

  /** Twelve characters of name, so that with {@code sip:} they fill a block of their own. */
  private static final String TWELVE = "ceo@exa.org-";

  // 1. Cut and paste of blocks under ECB.

  @Test
  void blocksOfAnOldTokenWithAFreshTailAreOneOfTheirsUnderEcb() {
    String old = Kiosk.sealed(KandyCipher.ECB, "sip:victim@exampl", Kiosk.millis(OLD));
    String fresh = Kiosk.sealed(KandyCipher.ECB, "sip:caller@exampl", Kiosk.millis(NOW));
    String spliced = old.substring(0, BLOCK) + fresh.substring(BLOCK);
    assertThat(reason(verify(KandyCipher.ECB, old, Role.TO))).isEqualTo(Reason.EXPIRED);
    assertThat(accepted(verify(KandyCipher.ECB, spliced, Role.TO)).name())
        .isEqualTo("victim@exampl");
  }

  @Test
  void theListOfCalleesStopsASplicedOneWhoIsNotOnIt() {
    String old = Kiosk.sealed(KandyCipher.ECB, "sip:victim@exampl", Kiosk.millis(OLD));
    Triple mine = Kiosk.triple(KandyCipher.ECB);
    String fresh = Kiosk.sealed(KandyCipher.ECB, "sip:caller@exampl", Kiosk.millis(NOW));
    String spliced = old.substring(0, BLOCK) + fresh.substring(BLOCK);
    assertThat(reason(verify(
            KandyCipher.ECB,
            new Triple(mine.accountToken(), mine.fromToken(), spliced),
            HELP_ONLY)))
        .isEqualTo(Reason.TO_NOT_ALLOWED);
  }

  @Test
  void theCodeStopsAnyCutAndPasteUnderCbc() {
    String old = Kiosk.sealed(KandyCipher.CBC, "sip:victim@exampl", Kiosk.millis(OLD));
    String fresh = Kiosk.sealed(KandyCipher.CBC, "sip:caller@exampl", Kiosk.millis(NOW));
    for (int cut = 64; cut < old.length(); cut += 8) {
      String spliced = fresh.substring(0, cut) + old.substring(cut);
      assertThat(reason(verify(KandyCipher.CBC, spliced, Role.TO))).isEqualTo(Reason.BAD_MAC);
    }
  }

  // 2. The issuer as an encryption oracle: a name that holds a whole token, its padding included.

  @Test
  void aNameWithItsOwnTimeAndPaddingWouldHoldAWholeToken() {
    String name = TWELVE + "xx;9999999999999" + "\u0010".repeat(16) + "tail";
    String oracle = Kiosk.sealed(KandyCipher.ECB, "sip:" + name, Kiosk.millis(NOW));
    String forged = oracle.substring(0, 3 * BLOCK);
    assertThat(reason(verify(KandyCipher.ECB, forged, Role.TO))).isEqualTo(Reason.NOT_YET_VALID);
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.of(name.replace(";", ",")));
  }

  /** Blocks of a name alone never end in a time, and padding needs control characters. */
  @Test
  void noPieceOfATokenForAnAllowedNameIsAToken() {
    String name = TWELVE + "1700000000000 17000000000001700000000000";
    String token = Kiosk.issuer(KandyCipher.ECB)
        .issue(
            Convention.A.parties(Kiosk.HELP, Optional.of(Identity.of(name)), Optional.empty()), NOW)
        .tokens()
        .fromToken();
    for (int from = 0; from < token.length(); from += BLOCK) {
      for (int end = from + BLOCK; end <= token.length(); end += BLOCK) {
        if (end - from < token.length()) {
          assertThat(verify(KandyCipher.ECB, token.substring(from, end), Role.FROM))
              .isInstanceOf(Outcome.Refused.class);
        }
      }
    }
  }

  // 3. No role in the plaintext.

  @Test
  void aFromTokenIsAToTokenByteForByte() {
    Identity ceo = Identity.of("ceo@example.com");
    Triple mine = Kiosk.issuer(KandyCipher.ECB)
        .issue(new Parties(Kiosk.HELP, ceo, Kiosk.HELP), NOW)
        .tokens();
    Triple toTheCeo = new Triple(mine.accountToken(), mine.fromToken(), mine.fromToken());
    assertThat(accepted(verify(KandyCipher.ECB, toTheCeo, SetRules.none())).to().name())
        .isEqualTo("ceo@example.com");
    assertThat(reason(verify(KandyCipher.ECB, toTheCeo, HELP_ONLY)))
        .isEqualTo(Reason.TO_NOT_ALLOWED);
    SetRules account = SetRules.none().binding(AccountBinding.EQUALS_TO);
    assertThat(reason(verify(KandyCipher.ECB, toTheCeo, account)))
        .isEqualTo(Reason.ACCOUNT_MISMATCH);
  }

  @Test
  void aDisplayNameNamesNoOtherCallee() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Convention.D.parties(
            Kiosk.HELP, Optional.of(Identity.of("ceo@example.com")), Optional.empty()));
  }

  @Test
  void anAccountIsNoCalleeAndACalleeNoAccount() {
    Triple mine = Kiosk.triple(KandyCipher.CBC);
    assertThat(reason(verify(KandyCipher.CBC, mine.accountToken(), Role.TO)))
        .isEqualTo(Reason.WRONG_ROLE);
    assertThat(reason(verify(KandyCipher.CBC, mine.toToken(), Role.ACCOUNT)))
        .isEqualTo(Reason.WRONG_ROLE);
  }

  // 4. A marker and a time in a name.

  @Test
  void theTimeBehindTheLastMarkerCounts() {
    String ecb = Kiosk.sealed(KandyCipher.ECB, "sip:ceo@x;9999999999999", Kiosk.millis(OLD));
    assertThat(reason(verify(KandyCipher.ECB, ecb, Role.FROM))).isEqualTo(Reason.EXPIRED);
    String cbc = Kiosk.sealed(KandyCipher.CBC, "sip:ceo@x;x-ts=9999999999999", Kiosk.millis(OLD));
    assertThat(reason(verify(KandyCipher.CBC, cbc, Role.FROM))).isEqualTo(Reason.EXPIRED);
    String now = Kiosk.sealed(KandyCipher.ECB, "sip:ceo@x;9999999999999", Kiosk.millis(NOW));
    assertThat(accepted(verify(KandyCipher.ECB, now, Role.FROM)).name())
        .isEqualTo("ceo@x;9999999999999");
  }

  @Test
  void aNameWithAMarkerIsNotIssued() {
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("ceo@x;9999999999999"));
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("ceo@x;x-ts=1700000000000"));
  }

  // 5. Replay, and 6. tokens of two sets together.

  @Test
  void onlyARegisterOfUsedSetsStopsAReplay() {
    Triple mine = Kiosk.triple(KandyCipher.CBC);
    accepted(verify(KandyCipher.CBC, mine, HELP_ONLY));
    accepted(verify(KandyCipher.CBC, mine, HELP_ONLY));
  }

  @Test
  void tokensOfSetsOfTwoTimesDoNotMix() {
    Triple mine = Kiosk.triple(KandyCipher.CBC);
    Triple other =
        Kiosk.issuer(KandyCipher.CBC).issue(Kiosk.call(), NOW.minusMillis(1)).tokens();
    assertThat(reason(verify(
            KandyCipher.CBC,
            new Triple(other.accountToken(), mine.fromToken(), mine.toToken()),
            SetRules.none())))
        .isEqualTo(Reason.TIME_MISMATCH);
  }

  @Test
  void onlyARegisterOfIssuedSetsStopsAMixOfOneMillisecond() {
    TripleIssuer issuer = Kiosk.issuer(KandyCipher.CBC);
    Triple mine = issuer.issue(Kiosk.call(), NOW).tokens();
    Triple other = issuer
        .issue(
            Convention.A.parties(
                Kiosk.HELP, Optional.of(Identity.of("somebody@else.org")), Optional.empty()),
            NOW)
        .tokens();
    Triple mixed = new Triple(mine.accountToken(), other.fromToken(), mine.toToken());
    assertThat(accepted(verify(KandyCipher.CBC, mixed, HELP_ONLY)).canonical())
        .isEqualTo(mixed)
        .isNotIn(mine, other);
  }

  private static Outcome<VerifiedKandyToken> verify(KandyCipher cipher, String token, Role role) {
    return Kiosk.verifier(cipher).verify(token, role, NOW);
  }

  private static Outcome<VerifiedTriple> verify(KandyCipher cipher, Triple triple, SetRules rules) {
    return Kiosk.verifier(cipher).verify(triple, rules, NOW);
  }
}
