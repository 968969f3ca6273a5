package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Asker;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengesTest {
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Asker ALICE = new Asker("local", "127.0.0.1", "");
  private static final Asker MALLORY = new Asker("anonymous", "192.0.2.1", "");

  private final Libp2pPrivateKey user = Libp2pPrivateKey.random(new Random(1));
  private final HubIssuer issuer = new HubIssuer(
      "default",
      Libp2pPrivateKey.random(new Random(2)),
      new TokenShape(TokenForm.DEFAULT, Duration.ofHours(24), "hub"));
  private Instant now = START;
  private final Challenges challenges = core(new ChallengeForm.Bare());

  private Challenges core(ChallengeForm form) {
    return new Challenges(form, DEADLINE, () -> now, new Random(3));
  }

  @Test
  void theOwnersAnswerProvesTheIdentityThatWasAskedFor() {
    PendingChallenge challenge = issued(ALICE);
    assertThat(challenge.challenge().bytes()).hasSize(32);
    assertThat(answer(ALICE, challenge, user))
        .isEqualTo(new Answered.Right(new Proven(challenge.id(), user.publicKey(), issuer)));
    assertThat(challenges.waiting()).isZero();
  }

  @Test
  void everyChallengeIsAnother() {
    PendingChallenge one = issued(ALICE);
    PendingChallenge other = issued(ALICE);
    assertThat(one.id()).isNotEqualTo(other.id()).hasSize(22);
    assertThat(one.challenge().bytes()).isNotEqualTo(other.challenge().bytes());
  }

  @Test
  void theFirstAnswerTakesTheChallengeAwayAlsoWhenItIsWrong() {
    PendingChallenge right = issued(ALICE);
    answer(ALICE, right, user);
    assertThat(reason(answer(ALICE, right, user))).isEqualTo(Reason.CHALLENGE_UNKNOWN);

    PendingChallenge wrong = issued(ALICE);
    assertThat(reason(answer(ALICE, wrong, Libp2pPrivateKey.random(new Random(9)))))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(answer(ALICE, wrong, user))).isEqualTo(Reason.CHALLENGE_UNKNOWN);
  }

  @Test
  void whatIsNoSignatureAtAllIsAWrongAnswer() {
    for (int length : new int[] {0, 1, 63, 65, 4096}) {
      assertThat(reason(challenges.answer(ALICE, issued(ALICE).id(), new byte[length])))
          .as("%d bytes", length)
          .isEqualTo(Reason.BAD_SIGNATURE);
    }
  }

  @Test
  void theSignatureOfAnotherChallengeProvesNothing() {
    PendingChallenge one = issued(ALICE);
    PendingChallenge other = issued(ALICE);
    byte[] signature = user.sign(one.challenge().bytes());
    assertThat(reason(challenges.answer(ALICE, other.id(), signature)))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void anotherCallersAnswerIsRefusedAndDoesNotTakeTheChallengeAway() {
    PendingChallenge challenge = issued(ALICE);
    assertThat(reason(answer(MALLORY, challenge, user))).isEqualTo(Reason.CHALLENGE_UNKNOWN);
    assertThat(answer(ALICE, challenge, user)).isInstanceOf(Answered.Right.class);
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,false", "1,false"})
  void anAnswerCountsUntilTheDeadline(long millis, boolean inTime) {
    PendingChallenge challenge = issued(ALICE);
    assertThat(challenge.expiresAt()).isEqualTo(START.plus(DEADLINE));
    now = challenge.expiresAt().plusMillis(millis);
    Answered answered = answer(ALICE, challenge, user);
    if (inTime) {
      assertThat(answered).isInstanceOf(Answered.Right.class);
    } else {
      assertThat(reason(answered)).isEqualTo(Reason.CHALLENGE_EXPIRED);
      assertThat(reason(answer(ALICE, challenge, user))).isEqualTo(Reason.CHALLENGE_UNKNOWN);
    }
  }

  @Test
  void aLateAnswerIsCalledLateForOneMoreDeadlineAndThenTheChallengeIsForgotten() {
    PendingChallenge late = issued(ALICE);
    PendingChallenge later = issued(ALICE);
    now = START.plus(DEADLINE.multipliedBy(2)).minusMillis(1);
    issued(ALICE);
    assertThat(reason(answer(ALICE, late, user))).isEqualTo(Reason.CHALLENGE_EXPIRED);
    now = START.plus(DEADLINE.multipliedBy(2));
    issued(ALICE);
    assertThat(reason(answer(ALICE, later, user))).isEqualTo(Reason.CHALLENGE_UNKNOWN);
  }

  @Test
  void oneAskerHasAShareAndExpiredChallengesTakeNoneOfIt() {
    fill(ALICE, Challenges.MOST_OF_ONE);
    assertThat(issue(ALICE)).isEqualTo(new Challenges.Issue.Full(true));
    assertThat(issue(MALLORY)).isInstanceOf(Challenges.Issue.Made.class);
    now = START.plus(DEADLINE).minusMillis(1);
    assertThat(issue(ALICE)).isEqualTo(new Challenges.Issue.Full(true));
    now = START.plus(DEADLINE);
    assertThat(issue(ALICE)).isInstanceOf(Challenges.Issue.Made.class);
    assertThat(challenges.waiting()).isEqualTo(1);
  }

  @Test
  void anAnswerMakesRoomForTheNextChallenge() {
    PendingChallenge first = issued(ALICE);
    fill(ALICE, Challenges.MOST_OF_ONE - 1);
    assertThat(issue(ALICE)).isInstanceOf(Challenges.Issue.Full.class);
    answer(ALICE, first, user);
    assertThat(issue(ALICE)).isInstanceOf(Challenges.Issue.Made.class);
  }

  @Test
  void allAskersTogetherHaveABound() {
    for (int i = 0; i < Challenges.MOST / Challenges.MOST_OF_ONE; i++) {
      fill(new Asker("anonymous", "192.0.2." + i, ""), Challenges.MOST_OF_ONE);
    }
    assertThat(issue(ALICE)).isEqualTo(new Challenges.Issue.Full(false));
    assertThat(challenges.waiting()).isEqualTo(Challenges.MOST);
  }

  @Test
  void ofManyAnswersAtOnceExactlyOneIsLookedAt() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        PendingChallenge challenge = issued(ALICE);
        byte[] signature = user.sign(challenge.challenge().bytes());
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Answered> one = () -> {
          start.await();
          return challenges.answer(ALICE, challenge.id(), signature);
        };
        List<Answered> all = new ArrayList<>();
        for (Future<Answered> each : pool.invokeAll(Collections.nCopies(threads, one))) {
          all.add(each.get());
        }
        assertThat(all).filteredOn(Answered.Right.class::isInstance).hasSize(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(challenges.figures()).isEqualTo(new ChallengeFigures(50, 50, 0, 0, 50L * 7));
  }

  @Test
  void theFiguresTellWhatBecameOfEachChallenge() {
    answer(ALICE, issued(ALICE), user);
    answer(ALICE, issued(ALICE), Libp2pPrivateKey.random(new Random(9)));
    PendingChallenge late = issued(ALICE);
    issued(ALICE);
    answer(MALLORY, late, user);
    now = START.plus(DEADLINE);
    answer(ALICE, late, user);
    now = START.plus(DEADLINE.multipliedBy(2));
    assertThat(challenges.figures()).isEqualTo(new ChallengeFigures(4, 1, 2, 1, 1));
  }

  @Test
  void aStructuredChallengeNamesWhereAndForWhatOneSignsIn() {
    Challenges structured = core(new ChallengeForm.Structured("hub.example.org"));
    Challenges.Issue issue = structured.issue(ALICE, user.publicKey(), issuer);
    PendingChallenge made = ((Challenges.Issue.Made) issue).challenge();
    BoundChallenge bound = (BoundChallenge) made.challenge();
    assertThat(bound.domain()).isEqualTo("hub.example.org");
    assertThat(bound.audience()).isEqualTo("hub");
    assertThat(bound.expiresAt()).isEqualTo(made.expiresAt());
    byte[] signature = user.sign(bound.bytes());
    assertThat(structured.answer(ALICE, made.id(), signature)).isInstanceOf(Answered.Right.class);
  }

  private void fill(Asker asker, int count) {
    for (int i = 0; i < count; i++) {
      issued(asker);
    }
  }

  private Challenges.Issue issue(Asker asker) {
    return challenges.issue(asker, user.publicKey(), issuer);
  }

  private PendingChallenge issued(Asker asker) {
    return ((Challenges.Issue.Made) issue(asker)).challenge();
  }

  private Answered answer(Asker asker, PendingChallenge challenge, Libp2pPrivateKey signer) {
    return challenges.answer(
        asker, challenge.id(), signer.sign(challenge.challenge().bytes()));
  }

  private static Reason reason(Answered answered) {
    return ((Answered.Refused) answered).reason();
  }
}
