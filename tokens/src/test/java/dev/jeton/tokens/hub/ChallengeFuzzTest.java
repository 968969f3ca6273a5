package dev.jeton.tokens.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;

/** Any bytes are a challenge or refused, and a challenge has one spelling. */
class ChallengeFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    if (BoundChallenge.parse(data) instanceof Outcome.Accepted<BoundChallenge> parsed) {
      BoundChallenge challenge = parsed.value();
      assertThat(challenge.bytes()).isEqualTo(data);
      assertThat(BoundChallenge.looksLike(data)).isTrue();
      assertThat(challenge.check(challenge.domain(), challenge.audience(), challenge.issuedAt()))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }
}
