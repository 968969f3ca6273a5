package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuedTripleTest {

  @ParameterizedTest
  @EnumSource
  void whatIsIssuedVerifies(KandyCipher cipher) {
    IssuedTriple issued = Kiosk.issuer(cipher).issue(Kiosk.call(), Kiosk.NOW.plusNanos(1_999_999));
    assertThat(issued.issuedAt()).isEqualTo(Kiosk.NOW.plusMillis(1));
    assertThat(issued.expiresAt(Kiosk.DURATION)).isEqualTo(issued.issuedAt().plus(Kiosk.DURATION));
    VerifiedTriple verified = accepted(
        Kiosk.verifier(cipher).verify(issued.tokens(), SetRules.none(), issued.issuedAt()));
    assertThat(verified.account().identity()).isEqualTo("help@example.com");
    assertThat(verified.from().identity()).isEqualTo("sip:anonymous@invalid.com");
    assertThat(verified.to().identity()).isEqualTo("sip:help@example.com");
    assertThat(verified.to().name()).isEqualTo("help@example.com");
    assertThat(verified.issuedAt()).isEqualTo(issued.issuedAt());
    assertThat(verified.expiresAt()).isEqualTo(issued.expiresAt(Kiosk.DURATION));
    assertThat(verified.canonical()).isEqualTo(issued.tokens());
  }

  @Test
  void ecbComesInLowerAndCbcInUpperCase() {
    assertThat(Kiosk.triple(KandyCipher.ECB).toToken()).matches("[0-9a-f]+");
    assertThat(Kiosk.triple(KandyCipher.CBC).toToken())
        .matches("[0-9A-F]{64}[0-9A-Za-z]{16}[0-9A-F]+");
  }

  @Test
  void eachTokenHasAnIvOfItsOwnUnlessTheVendorsWayIsAskedFor() {
    SecurityKey key = Kiosk.key(KandyCipher.CBC);
    assertThat(ivs(new TripleIssuer(key, new Random(3)))).hasSize(3);
    assertThat(ivs(new TripleIssuer(key, new Random(3), IvUse.PER_SET))).hasSize(1);
  }

  @Test
  void ecbDrawsNothing() {
    RandomGenerator none = () -> {
      throw new AssertionError("ECB has no IV");
    };
    assertThat(new TripleIssuer(Kiosk.key(KandyCipher.ECB), none).issue(Kiosk.call(), Kiosk.NOW))
        .isNotNull();
  }

  /** 62 does not divide a power of two, so folding would make some characters likelier. */
  @Test
  void allCharactersOfAnIvAreEquallyLikely() {
    int[] count = new int[128];
    Random random = new Random(4);
    int drawn = 62 * 10_000;
    for (int i = 0; i < drawn / Iv.LENGTH; i++) {
      for (byte b : Iv.random(random)) {
        count[b]++;
      }
    }
    for (char c = 0; c < 128; c++) {
      if (Iv.mayHold(c)) {
        assertThat(count[c]).as("%s", c).isBetween(9_500, 10_500);
      } else {
        assertThat(count[c]).isZero();
      }
    }
  }

  @Test
  void tokensAreNotPrinted() {
    assertThat(Kiosk.triple(KandyCipher.ECB)).hasToString("Triple[redacted]");
  }

  private static Set<String> ivs(TripleIssuer issuer) {
    Triple triple = issuer.issue(Kiosk.call(), Kiosk.NOW).tokens();
    Set<String> ivs = new HashSet<>();
    for (Role role : Role.values()) {
      ivs.add(accepted(RawKandyToken.parse(triple.token(role))).iv().orElseThrow());
    }
    return ivs;
  }
}
