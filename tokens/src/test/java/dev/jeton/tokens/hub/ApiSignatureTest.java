package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSignatureTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final ApiSecret SECRET = ApiSecret.random(new Random(1));
  private static final Duration HORIZON = ApiSignature.DEFAULT_HORIZON;

  @Test
  void itCountsUpToTheMomentThatItNames() {
    ApiSignature signature = ApiSignature.create(SECRET, NOW);
    assertThat(accepted(signature.check(SECRET, NOW.minusNanos(1), HORIZON))).isEqualTo(NOW);
    assertThat(accepted(signature.check(SECRET, NOW, HORIZON))).isEqualTo(NOW);
    assertThat(reason(signature.check(SECRET, NOW.plusNanos(1), HORIZON)))
        .isEqualTo(Reason.EXPIRED);
  }

  @Test
  void itsEndIsAtTheHorizonAtMost() {
    ApiSignature signature = ApiSignature.create(SECRET, NOW.plus(HORIZON));
    accepted(signature.check(SECRET, NOW, HORIZON));
    accepted(signature.check(SECRET, NOW.plusNanos(1), HORIZON));
    assertThat(reason(signature.check(SECRET, NOW.minusNanos(1), HORIZON)))
        .isEqualTo(Reason.HORIZON_TOO_FAR);
  }

  @Test
  void theSignatureIsOverTheTextAsSent() {
    ApiSignature signature = ApiSignature.create(SECRET, NOW);
    assertThat(signature.msg()).isEqualTo("2026-11-01T12:00:00.000Z");
    assertThat(signature.sig()).hasSize(53).startsWith("b");
    assertThat(reason(
            new ApiSignature("2026-11-01T12:00:00Z", signature.sig()).check(SECRET, NOW, HORIZON)))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(signature.check(ApiSecret.random(new Random(2)), NOW, HORIZON)))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void theSignatureMayBeInAnyBaseAndHasToBeWhole() {
    ApiSignature signature = ApiSignature.create(SECRET, NOW);
    byte[] mac = accepted(Multibase.decode(signature.sig()));
    String hex = HexFormat.of().formatHex(mac);
    accepted(new ApiSignature(signature.msg(), "f" + hex).check(SECRET, NOW, HORIZON));
    for (String wrong : new String[] {"f" + hex.substring(2), "f" + hex + "00", "f", "b"}) {
      assertThat(reason(new ApiSignature(signature.msg(), wrong).check(SECRET, NOW, HORIZON)))
          .isEqualTo(Reason.BAD_SIGNATURE);
    }
    for (String malformed : new String[] {"", hex, "x" + hex, signature.sig() + "="}) {
      if (!malformed.equals(hex)) {
        assertThat(reason(new ApiSignature(signature.msg(), malformed).check(SECRET, NOW, HORIZON)))
            .isEqualTo(Reason.MALFORMED);
      }
    }
  }

  @Test
  void aWrongSignatureSaysNothingAboutItsTime() {
    ApiSignature old = ApiSignature.create(SECRET, NOW.minusSeconds(1));
    ApiSecret other = ApiSecret.random(new Random(2));
    assertThat(reason(old.check(other, NOW, HORIZON))).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(old.check(SECRET, NOW, HORIZON))).isEqualTo(Reason.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-01T12:00:00Z | 2026-11-01T12:00:00Z",
        "2026-11-01T12:00:00.5Z | 2026-11-01T12:00:00.500Z",
        "2026-11-01T12:00:00,5Z | 2026-11-01T12:00:00.500Z",
        "2026-11-01T12:00:00.123456789999999999Z | 2026-11-01T12:00:00.123456789Z",
        "2026-11-01T12:00:00.000000000000Z | 2026-11-01T12:00:00Z",
        "2026-11-01T9:00:00Z | 2026-11-01T09:00:00Z",
        "2026-11-01T12:00:00+02:00 | 2026-11-01T10:00:00Z",
        "2026-11-01T12:00:00-05:30 | 2026-11-01T17:30:00Z",
        "2026-11-01T12:00:00+24:00 | 2026-10-31T12:00:00Z",
        "2026-11-01T12:00:00+00:60 | 2026-11-01T11:00:00Z",
        "2024-02-29T23:59:59Z | 2024-02-29T23:59:59Z",
        "0000-01-01T00:00:00Z | 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z | 9999-12-31T23:59:59.999Z"
      })
  void timesAreReadAsGoReadsThem(String text, String instant) {
    assertThat(accepted(GoTime.parse(text))).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-01 12:00:00Z",
        "2026-11-01t12:00:00Z",
        "2026-11-01T12:00:00z",
        "20261101T120000Z",
        "2026-11-01T24:00:00Z",
        "2026-11-01T23:60:00Z",
        "2026-11-01T23:59:60Z",
        "2026-11-01T12:00:00",
        "2026-11-01T12:00Z",
        "2026-11-01T12:0:00Z",
        "2026-1-01T12:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-11-00T12:00:00Z",
        "26-11-01T12:00:00Z",
        "+2026-11-01T12:00:00Z",
        "-2026-11-01T12:00:00Z",
        "2026-11-01T12:00:00.Z",
        "2026-11-01T12:00:00.5",
        "2026-11-01T12:00:00+2:00",
        "2026-11-01T12:00:00+0200",
        "2026-11-01T12:00:00+25:00",
        "2026-11-01T12:00:00+00:61",
        "2026-11-01T12:00:00ZZ",
        " 2026-11-01T12:00:00Z",
        "2026-11-01T12:00:00Z\n",
        "2026-11-01T12:00:00\u0660Z",
        "1793534400"
      })
  void timesThatGoRefusesAreMalformed(String text) {
    assertThat(reason(GoTime.parse(text))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(
            new ApiSignature(text, Multibase.encode(SECRET.mac(text))).check(SECRET, NOW, HORIZON)))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void anEndlessTimeIsTooLarge() {
    assertThat(accepted(GoTime.parse("2026-11-01T12:00:00." + "0".repeat(107) + "Z")))
        .isEqualTo(NOW);
    assertThat(reason(GoTime.parse("2026-11-01T12:00:00." + "0".repeat(108) + "Z")))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void theTimeIsWrittenAsJavaScriptWritesIt() {
    assertThat(ApiSignature.create(SECRET, NOW.plusNanos(5_999_999)).msg())
        .isEqualTo("2026-11-01T12:00:00.005Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiSignature.create(SECRET, Instant.parse("+10000-01-01T00:00:00Z")));
  }

  @Test
  void keysAndSecretsHaveTheLengthsOfAHub() {
    assertThat(ApiKey.random(new Random(1)).text()).hasSize(27).startsWith("b");
    assertThat(SECRET.text().length()).isEqualTo(40);
    assertThat(SECRET).hasToString("ApiSecret[redacted]");
    assertThat(accepted(ApiKey.parse("f" + "00".repeat(15) + "01")).text())
        .isEqualTo("b" + "a".repeat(25) + "e");
    assertThat(reason(ApiKey.parse("f" + "00".repeat(15)))).isEqualTo(Reason.MALFORMED);
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiKey("f" + "00".repeat(16)));
    for (int bytes : new int[] {0, 15, 65}) {
      assertThat(reason(ApiSecret.parse(Secret.ofText("f" + "3c".repeat(bytes)))))
          .isEqualTo(Reason.MALFORMED);
    }
    for (int bytes : new int[] {16, 24, 64}) {
      accepted(ApiSecret.parse(Secret.ofText("f" + "3c".repeat(bytes))));
    }
  }
}
