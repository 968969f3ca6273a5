package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {

  /** The test vectors of multiformats/multibase, tests/basic.csv and case_insensitivity.csv. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "001111001011001010111001100100000011011010110000101101110011010010010000000100001",
        "f796573206d616e692021",
        "F796573206D616E692021",
        "bpfsxgidnmfxgsibb",
        "BPFSXGIDNMFXGSIBB",
        "vf5in683dc5n6i811",
        "VF5IN683DC5N6I811",
        "cpfsxgidnmfxgsibb",
        "CPFSXGIDNMFXGSIBB",
        "tf5in683dc5n6i811",
        "TF5IN683DC5N6I811",
        "k2lcpzo5yikidynfl",
        "K2LCPZO5YIKIDYNFL",
        "z7paNL19xttacUY",
        "Z7Pznk19XTTzBtx",
        "meWVzIG1hbmkgIQ",
        "MeWVzIG1hbmkgIQ==",
        "ueWVzIG1hbmkgIQ",
        "UeWVzIG1hbmkgIQ==",
        "bPFSXGIDnmfxgsibb"
      })
  void theBasesOfTheStandardAreRead(String text) {
    assertThat(accepted(Multibase.decode(text)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("yes mani !");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        " b",
        "\u0000yes",
        "9573",
        "7362",
        "h123",
        "🚀🚀",
        "b1",
        "b=",
        "bpfsxgidnmfxgsibb=",
        "b a",
        "f0",
        "f0g",
        "z0",
        "zO",
        "zI",
        "zl",
        "m=",
        "mA",
        "uAA+A",
        "mAA-A",
        "MAA",
        "MAA=",
        "MAA===",
        "M====",
        "c=",
        "cme",
        "cme=====",
        "cme=======",
        "tk0",
        "02",
        "0101",
        "bé",
        "k_"
      })
  void whatNoEncoderWritesIsRefused(String text) {
    assertThat(reason(Multibase.decode(text))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "bme, bmf",
    "ueWVzIG1hbmkgIQ, ueWVzIG1hbmkgIR",
    "ba, bab",
    "baaa, baab",
    "baaaaaa, baaaaa7"
  })
  void leftOverBitsAreZeroAndNoCharacterIsTooMany(String right, String wrong) {
    if (right.equals("bme")) {
      assertThat(accepted(Multibase.decode(right))).containsExactly('a');
    }
    assertThat(reason(Multibase.decode(wrong))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void thereAreEmptyBytesInEveryBase() {
    "0fFbBcCvVtTkKzZmMuU"
        .chars()
        .mapToObj(Character::toString)
        .forEach(prefix -> assertThat(accepted(Multibase.decode(prefix))).isEmpty());
  }

  @Test
  void leadingZerosCountInBasesThatAreNoPowerOfTwo() {
    assertThat(accepted(Multibase.decode("z11"))).containsExactly(0, 0);
    assertThat(accepted(Multibase.decode("z12"))).containsExactly(0, 1);
    assertThat(accepted(Multibase.decode("z5R"))).containsExactly(1, 0);
    assertThat(accepted(Multibase.decode("k00"))).containsExactly(0, 0);
    assertThat(accepted(Multibase.decode("k74"))).containsExactly(1, 0);
  }

  @Test
  void whatIsTooLongIsNotLookedAt() {
    assertThat(accepted(Multibase.decode("z" + "z".repeat(Multibase.MAX_TEXT_LENGTH - 1))))
        .hasSizeBetween(2995, 3000);
    assertThat(reason(Multibase.decode("b" + "a".repeat(Multibase.MAX_TEXT_LENGTH))))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Random random = new Random(1);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = Multibase.encode(bytes);
      assertThat(text).matches("b[a-z2-7]*");
      assertThat(accepted(Multibase.decode(text))).isEqualTo(bytes);
      assertThat(accepted(Multibase.decode(
              new java.math.BigInteger(1, bytes).signum() == 0
                  ? "k" + "0".repeat(length)
                  : "k" + "0".repeat(zeros(bytes))
                      + new java.math.BigInteger(1, bytes).toString(36))))
          .isEqualTo(bytes);
    }
  }

  private static int zeros(byte[] bytes) {
    int zeros = 0;
    while (bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }
}
