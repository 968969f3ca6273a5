package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  private static final Instant NOW = Kiosk.NOW;

  @ParameterizedTest
  @EnumSource
  void aTokenLivesForTheDurationToTheMillisecond(KandyCipher cipher) {
    Instant end = NOW.plus(Kiosk.DURATION);
    assertThat(accepted(at(cipher, end.minusMillis(1))).expiresAt()).isEqualTo(end);
    accepted(at(cipher, end));
    accepted(at(cipher, end.plusNanos(999_999)));
    assertThat(reason(at(cipher, end.plusMillis(1)))).isEqualTo(Reason.EXPIRED);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenMayComeFromAClockThatIsAheadByTheSkew(KandyCipher cipher) {
    Instant earliest = NOW.minus(TokenWindow.DEFAULT_SKEW);
    assertThat(reason(at(cipher, earliest.minusMillis(1)))).isEqualTo(Reason.NOT_YET_VALID);
    accepted(at(cipher, earliest));
    accepted(at(cipher, earliest.plusMillis(1)));
  }

  @Test
  void atTheEndsOfTimeNothingOverflows() {
    assertThat(reason(at(KandyCipher.ECB, Instant.MAX))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(at(KandyCipher.ECB, Instant.MIN))).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void aTimeHasThirteenDigits() {
    for (String digits : new String[] {"170000000000", "17000000000000", "1700000000"}) {
      String token = Kiosk.sealed(KandyCipher.ECB, "sip:bob@example.com", digits);
      assertThat(reason(Kiosk.verifier(KandyCipher.ECB).verify(token, Role.TO, NOW)))
          .as(digits)
          .isEqualTo(Reason.MALFORMED_PLAINTEXT);
    }
  }

  @Test
  void tenDigitsAreSecondsWhereTheRealmSaysSo() {
    KandyVerifier legacy = new KandyVerifier(
        RealmKeys.of(Kiosk.key(KandyCipher.ECB)),
        Kiosk.WINDOW.timestamps(Timestamps.MILLISECONDS_OR_SECONDS));
    String seconds = Kiosk.sealed(KandyCipher.ECB, "sip:bob@example.com", "1700000000");
    assertThat(accepted(legacy.verify(seconds, Role.TO, NOW)).issuedAt()).isEqualTo(NOW);
    accepted(legacy.verify(Kiosk.triple(KandyCipher.ECB).toToken(), Role.TO, NOW));
    String eleven = Kiosk.sealed(KandyCipher.ECB, "sip:bob@example.com", "17000000000");
    assertThat(reason(legacy.verify(eleven, Role.TO, NOW))).isEqualTo(Reason.MALFORMED_PLAINTEXT);
  }

  @Test
  void onlyTimesOfThirteenDigitsAreIssued() {
    Instant first = Instant.ofEpochMilli(1_000_000_000_000L);
    Instant last = Instant.ofEpochMilli(9_999_999_999_999L);
    TripleIssuer issuer = Kiosk.issuer(KandyCipher.ECB);
    assertThat(issuer.issue(Kiosk.call(), first).issuedAt()).isEqualTo(first);
    assertThat(issuer.issue(Kiosk.call(), last).issuedAt()).isEqualTo(last);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.issue(Kiosk.call(), first.minusMillis(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.issue(Kiosk.call(), last.plusMillis(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.001S", "P366DT0.001S"})
  void noWindowIsNegativeOrLongerThanAYear(Duration length) {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenWindow.of(length));
    assertThatIllegalArgumentException().isThrownBy(() -> Kiosk.WINDOW.skew(length));
  }

  private static Outcome<VerifiedKandyToken> at(KandyCipher cipher, Instant now) {
    return Kiosk.verifier(cipher).verify(Kiosk.triple(cipher).toToken(), Role.TO, now);
  }
}
