package dev.jeton.tokens.kandy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link AnyToken} under ECB. To search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=EcbTokenFuzzTest}. */
class EcbTokenFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void verify(byte[] data) {
    AnyToken.verify(KandyCipher.ECB, data);
  }
}
