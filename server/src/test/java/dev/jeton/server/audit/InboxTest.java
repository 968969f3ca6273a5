package dev.jeton.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final ManualTime time = new ManualTime();
  private final Inbox inbox = new Inbox(time::nanos, LogFixture.DEADLINE, 1000);

  private Append append() {
    return new Append(List.of(LogFixture.row("r")), Runnable::run, outcome -> {});
  }

  @Test
  void aWriterThatSleptThroughTheDeadlineStillSettles() {
    inbox.offer(append());
    time.pass(LogFixture.DEADLINE.plus(Duration.ofNanos(1)));
    assertThat(inbox.overdue().newlyStuck()).isTrue();

    // The limit only keeps a writer that is never woken from hanging the build.
    boolean more = CompletableFuture.supplyAsync(inbox::await)
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
    assertThat(more).isTrue();
    assertThat(inbox.inHand()).isEmpty();
    assertThat(inbox.settle(0).wasStuck()).isTrue();

    assertThat(inbox.stuck()).isFalse();
    assertThat(inbox.offer(append()).refusal()).isNull();
  }
}
