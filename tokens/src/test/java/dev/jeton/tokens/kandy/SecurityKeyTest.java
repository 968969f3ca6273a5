package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityKeyTest {

  @ParameterizedTest
  @CsvSource({
    "ECB, a23456789b1234567, '17 bytes, need 16'",
    "ECB, a23456789b12345, '15 bytes, need 16'",
    "ECB, a23456789b1234éé, '18 bytes, need 16'",
    "ECB, a23456789b123456a23456789b123456, '32 bytes, need 16'",
    "ECB, '', '0 bytes, need 16'",
    "CBC, a23456789b123456a23456789b12345, '31 bytes, need 32'",
    "CBC, a23456789b123456a23456789b1234567, '33 bytes, need 32'",
    "CBC, a23456789b123456, '16 bytes, need 32'"
  })
  void aKeyOfTheWrongLengthIsRefusedInBytes(KandyCipher cipher, String key, String detail) {
    assertThat(SecurityKey.read(cipher, Secret.ofText(key)))
        .isEqualTo(Outcome.refused(Reason.BAD_KEY_LENGTH, detail));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecurityKey.of(cipher, Secret.ofText(key)))
        .withMessage(detail + " (BAD_KEY_LENGTH)");
  }

  @Test
  void bytesCountAndNotCharacters() {
    assertThat(SecurityKey.of(KandyCipher.ECB, Secret.ofText("a23456789b12éé")).cipher())
        .isEqualTo(KandyCipher.ECB);
  }

  @Test
  void itIsNeverPrinted() {
    assertThat(Kiosk.key(KandyCipher.CBC)).hasToString("SecurityKey[CBC, redacted]");
  }
}
