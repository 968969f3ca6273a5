package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Asker;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.hub.RepeatableAnswers.Occasion;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatableAnswersTest {
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final Asker ALICE = new Asker("operator", "");
  private static final Asker MALLORY = new Asker("local", "127.0.0.1");

  private final RepeatableAnswers answers = new RepeatableAnswers();
  private final Proven proven = new Proven(
      "c1",
      Libp2pPrivateKey.random(new Random(1)).publicKey(),
      new HubIssuer(
          "default",
          Libp2pPrivateKey.random(new Random(2)),
          new TokenShape(TokenForm.DEFAULT, Duration.ofHours(24), "hub")));

  private static Occasion occasion(Asker asker, String challengeId, long mark) {
    return new Occasion(asker, challengeId, mark);
  }

  @Test
  void onlyTheSameAskerChallengeAndMarkAreTheSameOccasion() {
    assertThat(answers.remember(occasion(ALICE, "c1", 1), proven, START)).isTrue();
    assertThat(answers.recall(occasion(ALICE, "c1", 1))).contains(proven);
    assertThat(answers.recall(occasion(MALLORY, "c1", 1))).isEmpty();
    assertThat(answers.recall(occasion(ALICE, "c2", 1))).isEmpty();
    assertThat(answers.recall(occasion(ALICE, "c1", 2))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,true", "1,false"})
  void anAnswerIsKeptAsLongAsItsRequestMayBeRepeated(long millis, boolean kept) {
    answers.remember(occasion(ALICE, "c1", 1), proven, START);
    Instant later = START.plus(MintMoment.REPEATABLE).plusMillis(millis);
    answers.remember(occasion(ALICE, "c2", 2), proven, later);
    assertThat(answers.recall(occasion(ALICE, "c1", 1)).isPresent()).isEqualTo(kept);
  }

  @Test
  void oneAskerHasAShareAndAllTogetherABound() {
    int askers = RepeatableAnswers.MOST / RepeatableAnswers.MOST_OF_ONE;
    for (int number = 0; number < askers; number++) {
      Asker one = new Asker("anonymous", "192.0.2." + number);
      for (int i = 0; i < RepeatableAnswers.MOST_OF_ONE; i++) {
        assertThat(answers.remember(occasion(one, "c", i), proven, START)).isTrue();
      }
      assertThat(answers.remember(occasion(one, "more", 1), proven, START)).isFalse();
    }
    assertThat(answers.remember(occasion(ALICE, "more", 1), proven, START)).isFalse();
    Instant later = START.plus(MintMoment.REPEATABLE).plusMillis(1);
    assertThat(answers.remember(occasion(ALICE, "more", 1), proven, later)).isTrue();
  }
}
