package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private long nanos = Long.MIN_VALUE / 2;
  private final Backoff backoff = new Backoff(() -> nanos, new Random(3));

  private long millisUntilOver() {
    long waited = 0;
    while (!backoff.isOver()) {
      nanos += TimeUnit.MILLISECONDS.toNanos(1);
      waited++;
    }
    return waited;
  }

  @Test
  void atFirstNothingIsWaitedForWhateverTheClockSays() {
    assertThat(backoff.isOver()).isTrue();
  }

  @Test
  void eachFailureIsWaitedForLongerUpToHalfAMinute() {
    long last = 0;
    for (int i = 0; i < 5; i++) {
      backoff.failed();
      long waited = millisUntilOver();
      assertThat(waited).isGreaterThan(last);
      last = waited;
    }
    for (int i = 0; i < 20; i++) {
      backoff.failed();
    }
    assertThat(millisUntilOver()).isBetween(20_000L, 30_000L);
  }

  @Test
  void whoeverAnswersIsAskedAtOnceAgain() {
    backoff.failed();
    backoff.worked();
    assertThat(backoff.isOver()).isTrue();
    backoff.failed();
    assertThat(millisUntilOver()).isLessThanOrEqualTo(500);
  }
}
