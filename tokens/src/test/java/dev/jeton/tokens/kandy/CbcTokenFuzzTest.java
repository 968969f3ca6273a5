package dev.jeton.tokens.kandy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link AnyToken} under CBC. To search: {@code JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=CbcTokenFuzzTest}. */
class CbcTokenFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void verify(byte[] data) {
    AnyToken.verify(KandyCipher.CBC, data);
  }
}
