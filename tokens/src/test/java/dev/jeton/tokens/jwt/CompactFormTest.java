package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7515 sections 3.1 and 5.2: three segments, each in its one spelling, within the limit. */
class CompactFormTest {
  private static final SigningKey KEY = TestKeys.of(Algorithm.HS256);
  private static final String HEADER = "eyJhbGciOiJIUzI1NiJ9";
  private static final String GOOD = HandMadeJws.of("{\"alg\":\"HS256\"}", "{\"a\":1}", KEY);

  @Test
  void theGoodOneIsGood() {
    assertThat(GOOD).startsWith(HEADER + ".");
    accepted(accepted(RawJwt.parse(GOOD)).verifiedBy(KEY.verificationKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "null",
        "a.b.c.d.e",
        HEADER,
        HEADER + ".e30",
        "..e30",
        ".e30."
      })
  void otherCountsOfSegmentsAndEmptyOnesAreMalformed(String text) {
    assertThat(reason(RawJwt.parse(text))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void moreSegmentsThanThreeAreMalformed() {
    assertThat(reason(RawJwt.parse(GOOD + "."))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(RawJwt.parse("." + GOOD))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(RawJwt.parse(GOOD + ".e30.e30"))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "==", " ", "\n", "\r\n", "\t", "\0", "+", "/", "\u00e9", "\u0141"})
  void nothingMayStandInOrBesideASegment(String stray) {
    String[] segments = GOOD.split("\\.");
    for (int i = 0; i < segments.length; i++) {
      for (String changed : new String[] {stray + segments[i], segments[i] + stray}) {
        String[] all = segments.clone();
        all[i] = changed;
        assertThat(reason(RawJwt.parse(String.join(".", all)))).isEqualTo(Reason.MALFORMED);
      }
    }
  }

  @Test
  void bitsThatAreNotUsedAreZeroEvenWhereTheSignatureCoversThem() {
    String stray = HandMadeJws.signed(HEADER + ".eyJhIjoxfR", KEY);
    assertThat(reason(RawJwt.parse(stray))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(RawJwt.parse(GOOD.substring(0, GOOD.length() - 1) + "B")))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void anEmptySignatureIsABadOne() {
    RawJwt raw = accepted(RawJwt.parse(GOOD.substring(0, GOOD.lastIndexOf('.') + 1)));
    assertThat(reason(raw.verifiedBy(KEY.verificationKey()))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void everyChangeOfACharacterIsRefused() {
    for (int i = 0; i < GOOD.length(); i++) {
      char other = GOOD.charAt(i) == 'A' ? 'B' : 'A';
      String changed = GOOD.substring(0, i) + other + GOOD.substring(i + 1);
      reason(RawJwt.parse(changed).then(raw -> raw.verifiedBy(KEY.verificationKey())));
    }
  }

  @Test
  void theLimitIs8192Characters() {
    String longest = ofLength(RawJwt.MAX_LENGTH);
    assertThat(longest).hasSize(8192);
    accepted(accepted(RawJwt.parse(longest)).verifiedBy(KEY.verificationKey()));
    accepted(RawJwt.parse(ofLength(RawJwt.MAX_LENGTH - 1)));
    assertThat(reason(RawJwt.parse(longest + "A"))).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(RawJwt.parse(".".repeat(8193)))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void nothingLongerIsMinted() {
    JsonObject claims = JsonObject.builder().put("fill", "x".repeat(6100)).build();
    assertThatThrownBy(() -> Jwt.of(claims).signedBy(KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token would be longer than 8192 characters");
  }

  /** The header is padded with white space until the token has the length. */
  private static String ofLength(int length) {
    for (int claim = 5900; claim < 6100; claim++) {
      String payload = StrictBase64Url.encode(
          ("{\"a\":\"" + "x".repeat(claim) + "\"}").getBytes(StandardCharsets.US_ASCII));
      for (int blanks = 0; blanks < 3; blanks++) {
        String header = StrictBase64Url.encode(
            ("{\"alg\":\"HS256\"}" + " ".repeat(blanks)).getBytes(StandardCharsets.US_ASCII));
        if (header.length() + payload.length() + 2 + 43 == length) {
          return HandMadeJws.signed(header + "." + payload, KEY);
        }
      }
    }
    throw new AssertionError("no token of that length");
  }
}
