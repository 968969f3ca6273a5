package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.Vectors.Vector;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KandyVectorsTest {

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#positives")
  void everyTokenIsMadeAgainByteForByte(Vector vector) {
    SecurityKey key = SecurityKey.of(vector.cipher(), vector.key());
    String token =
        Sealer.ofThread().seal(key, vector.text("identity"), vector.timestamp(), vector.iv());
    assertThat(token).isEqualToIgnoringCase(vector.text("token"));
    boolean upper = vector.text("hexCase").equals("upper");
    assertThat(upper ? token.toUpperCase(Locale.ROOT) : token).isEqualTo(vector.text("token"));
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#positives")
  void everyTokenVerifiesAtItsOwnTime(Vector vector) {
    TokenWindow window = Vectors.window();
    if (vector.isLegacySeconds()) {
      assertThat(reason(verify(vector, window))).isEqualTo(Reason.MALFORMED_PLAINTEXT);
      window = window.timestamps(Timestamps.MILLISECONDS_OR_SECONDS);
    }
    VerifiedKandyToken token = accepted(verify(vector, window));
    assertThat(token.identity()).isEqualTo(vector.text("identity"));
    assertThat(token.issuedAt()).isEqualTo(vector.time());
    assertThat(token.expiresAt()).isEqualTo(vector.time().plus(window.duration()));
    assertThat(token.role()).isEqualTo(vector.role());
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#documentedOnly")
  void aCbcRealmWithAKeyOf16BytesIsNotOffered(Vector vector) {
    assertThat(reason(SecurityKey.read(KandyCipher.CBC, vector.key())))
        .isEqualTo(Reason.BAD_KEY_LENGTH);
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#edges")
  void whatIsOnTheEdgeIsValid(Vector vector) {
    accepted(verifyNow(vector));
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#negatives")
  void everyNegativeIsRefusedForItsReason(Vector vector) {
    assertThat(reason(verifyNow(vector))).isEqualTo(Reason.valueOf(vector.text("expect")));
  }

  private static Outcome<VerifiedKandyToken> verify(Vector vector, TokenWindow window) {
    SecurityKey key = SecurityKey.of(vector.cipher(), vector.key());
    return new KandyVerifier(RealmKeys.of(key), window)
        .verify(vector.text("token"), vector.role(), vector.time());
  }

  private static Outcome<VerifiedKandyToken> verifyNow(Vector vector) {
    return SecurityKey.read(vector.cipher(), vector.key())
        .then(key -> new KandyVerifier(RealmKeys.of(key), Vectors.window())
            .verify(vector.text("token"), vector.role(), Vectors.now()));
  }
}
