package dev.jeton.bench.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.jwt.VerifiedJwt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every contender does what the table says that it does. */
class JwtBenchmarksTest {
  private final IssuedJwts issued = new IssuedJwts();

  @Test
  void mintingMakesTheTokensThatAreVerified() {
    Credentials credentials = new Credentials();
    assertThat(new MintHs256().jeton(credentials)).isEqualTo(issued.hs256.texts[0]);
    assertThat(new MintEd25519().jeton(credentials)).isEqualTo(issued.ed25519.texts[1]);
  }

  @Test
  void verifyingAcceptsEveryIssuedToken() {
    for (int i = 0; i < Credentials.COUNT; i++) {
      VerifiedJwt jwt = new VerifyHs256().jeton(issued);
      assertThat(jwt.claims().has("iss")).isTrue();
    }
    assertThat(new VerifyEd25519().jeton(issued).claims().has("iss")).isTrue();
  }

  @Test
  void theBareCryptographyIsThatOfTheTokens() {
    byte[] code = issued.hs256.signatures[0];
    assertThat(issued.code(issued.hs256.signed[0])).isEqualTo(code);
    assertThat(issued.codeByMac(issued.hs256.signed[0])).isEqualTo(code);
    assertThat(new MintEd25519().bare(issued)).isEqualTo(issued.ed25519.signatures[0]);
    assertThat(new VerifyEd25519().bare(issued)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {MintHs256.class, VerifyHs256.class, MintEd25519.class, VerifyEd25519.class})
  void everyOperationHasItsName(Class<?> operation) {
    assertThat(operation).hasAnnotation(Operation.class);
  }
}
