package dev.jeton.bench.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.bench.tokens.Operation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every contender does what the table says that it does. */
class KandyBenchmarksTest {
  private final EcbRealm ecb = new EcbRealm();
  private final CbcRealm cbc = new CbcRealm();

  @Test
  void whatIsMintedVerifies() {
    assertThat(ecb.calls.verify(new MintEcb().jeton(ecb)).to().name())
        .isEqualTo("help@example.com");
    assertThat(cbc.calls.verify(new MintCbc().jeton(cbc)).to().name())
        .isEqualTo("help@example.com");
  }

  @Test
  void everyIssuedSetVerifies() {
    for (int i = 0; i < Calls.COUNT; i++) {
      assertThat(new VerifyEcb().jeton(ecb).unchecked()).isNotEmpty();
      assertThat(new VerifyCbc().jeton(cbc).unchecked()).isNotEmpty();
    }
  }

  @Test
  void theBareOnesOpenWhatTheySeal() {
    assertThat(new String(new VerifyEcb().bare(ecb), StandardCharsets.UTF_8))
        .startsWith("sip:guest-512@example.com;1700000000000");
    assertThat(new String(new VerifyCbc().bare(cbc), StandardCharsets.UTF_8))
        .startsWith("sip:guest-512@example.com;x-ts=1700000000000");
  }

  @ParameterizedTest
  @ValueSource(classes = {MintEcb.class, MintCbc.class, VerifyEcb.class, VerifyCbc.class})
  void everyOperationHasItsName(Class<?> operation) {
    assertThat(operation).hasAnnotation(Operation.class);
  }
}
