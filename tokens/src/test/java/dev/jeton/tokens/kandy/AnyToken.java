package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Outcome.Accepted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * What fuzzing asks of a cipher: any text is refused and nothing is thrown; any bytes behind a right
 * key are refused, or read as what seals to the very same token.
 */
final class AnyToken {
  private AnyToken() {}

  static void verify(KandyCipher cipher, byte[] data) {
    assertThat(verify(cipher, new String(data, StandardCharsets.UTF_8)))
        .isInstanceOf(Outcome.Refused.class);
    String token = sealed(cipher, data);
    for (Role role : Role.values()) {
      if (Kiosk.verifier(cipher).verify(token, role, Kiosk.NOW)
          instanceof Accepted<VerifiedKandyToken> accepted) {
        sealsToTheSame(cipher, accepted.value(), data);
      }
    }
  }

  private static Outcome<VerifiedKandyToken> verify(KandyCipher cipher, String text) {
    return Kiosk.verifier(cipher).verify(text, Role.TO, Kiosk.NOW);
  }

  /** With the data as plaintext. */
  private static String sealed(KandyCipher cipher, byte[] data) {
    byte[] iv = cipher == KandyCipher.CBC ? Iv.random(new Random(2)) : Iv.NONE;
    byte[] padded = Arrays.copyOf(data, Pkcs7.paddedLength(data.length));
    Pkcs7.pad(padded, data.length);
    return Sealer.ofThread().seal(Kiosk.key(cipher), padded, iv);
  }

  private static void sealsToTheSame(KandyCipher cipher, VerifiedKandyToken read, byte[] data) {
    String plaintext = read.identity() + cipher.marker() + Kiosk.millis(read.issuedAt());
    assertThat(plaintext.getBytes(StandardCharsets.UTF_8)).isEqualTo(data);
  }
}
