package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.RealmKeys.Which;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealmKeysTest {
  private static final Instant NOW = Kiosk.NOW;

  @ParameterizedTest
  @EnumSource
  void thePreviousKeyOpensUntilItsEnd(KandyCipher cipher) {
    Instant end = NOW.plusMillis(1);
    assertThat(accepted(verify(cipher, 'k', end, NOW)).key()).isEqualTo(Which.PREVIOUS);
    assertThat(accepted(verify(cipher, 'n', end, NOW)).key()).isEqualTo(Which.CURRENT);
    assertThat(accepted(verify(cipher, 'n', end, end)).key()).isEqualTo(Which.CURRENT);
    assertThat(reason(verify(cipher, 'k', end, end)))
        .isEqualTo(cipher == KandyCipher.CBC ? Reason.BAD_MAC : Reason.DECRYPT_FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void aThirdKeyOpensNothing(KandyCipher cipher) {
    assertThat(reason(verify(cipher, 'x', NOW.plusSeconds(1), NOW)))
        .isEqualTo(cipher == KandyCipher.CBC ? Reason.BAD_MAC : Reason.DECRYPT_FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void theRefusalIsThatOfTheKeyThatGotFurther(KandyCipher cipher) {
    for (char letter : new char[] {'k', 'n'}) {
      String token = Kiosk.sealed(Kiosk.key(cipher, letter), "sip:bob@example.com", "now");
      assertThat(reason(verifier(cipher, NOW.plusSeconds(1)).verify(token, Role.TO, NOW)))
          .isEqualTo(Reason.MALFORMED_PLAINTEXT);
    }
  }

  @Test
  void aRealmHasOneCipher() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            RealmKeys.of(Kiosk.key(KandyCipher.ECB), Kiosk.key(KandyCipher.CBC), Instant.MAX));
  }

  private static Outcome<VerifiedKandyToken> verify(
      KandyCipher cipher, char letter, Instant end, Instant now) {
    String token =
        Kiosk.sealed(Kiosk.key(cipher, letter), "sip:bob@example.com", Kiosk.millis(NOW));
    return verifier(cipher, end).verify(token, Role.TO, now);
  }

  /** With {@code n} the current and {@code k} the previous key. */
  private static KandyVerifier verifier(KandyCipher cipher, Instant end) {
    return new KandyVerifier(
        RealmKeys.of(Kiosk.key(cipher, 'n'), Kiosk.key(cipher, 'k'), end), Kiosk.WINDOW);
  }
}
