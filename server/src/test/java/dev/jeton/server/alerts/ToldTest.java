package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.alerts.Alert.What;
import dev.jeton.server.alerts.Condition.Urgency;
import dev.jeton.server.alerts.Told.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration QUIET = Duration.ofMinutes(5);
  private static final Condition FULL = Condition.here("disk-full", "node", "it is full");

  private static Condition key(Urgency urgency) {
    return new Condition("key-ends", "project shop", urgency, "it ends", true);
  }

  private static Step step(Told before, Instant at, Condition... now) {
    return before.step(List.of(now), at, QUIET, Told.NOTHING);
  }

  private static List<What> whats(Step step) {
    return step.alerts().stream().map(Alert::what).toList();
  }

  @Test
  void aConditionIsToldWhenItBeginsAndWhenItIsOver() {
    Step begun = step(Told.NOTHING, NOON, FULL);
    assertThat(whats(begun)).containsExactly(What.BEGINS);
    Step on = step(begun.after(), NOON.plusSeconds(60), FULL);
    assertThat(on.alerts()).isEmpty();
    Step gone = step(on.after(), NOON.plusSeconds(60 + 299));
    assertThat(gone.alerts()).isEmpty();
    Step over = step(gone.after(), NOON.plusSeconds(60 + 300));
    assertThat(whats(over)).containsExactly(What.ENDS);
    assertThat(over.alerts().get(0).since()).isEqualTo(NOON);
    assertThat(over.after()).isEqualTo(Told.NOTHING);
  }

  @Test
  void soManyAreOpenAtOnceAndTheMostUrgentFirst() {
    List<Condition> many = new ArrayList<>();
    for (int i = 0; i <= Told.MOST; i++) {
      Urgency urgency = i == Told.MOST ? Urgency.OVER : Urgency.NOTICE;
      many.add(new Condition("key-ends", "project " + i, urgency, "it ends", true));
    }
    Step step = Told.NOTHING.step(many, NOON, QUIET, Told.NOTHING);
    assertThat(step.alerts()).hasSize(Told.MOST);
    assertThat(step.alerts().get(0).condition().urgency()).isEqualTo(Urgency.OVER);
    many.remove(5);
    Step next = step.after().step(many, NOON.plus(QUIET), QUIET, Told.NOTHING);
    assertThat(whats(next)).contains(What.ENDS);

    Message message = new Message("a1", NOON, "node-1", false, step.alerts());
    assertThat(message.text()).contains("and 150 more").hasSizeLessThan(20_000);
    assertThat(new String(message.json(), StandardCharsets.UTF_8)).endsWith("\"more\":150}");
  }

  @Test
  void whoIsToldLaterHearsSinceWhenItIs() {
    Told log = step(Told.NOTHING, NOON, FULL).after();
    Step later = Told.NOTHING.step(List.of(FULL), NOON.plusSeconds(600), QUIET, log);
    assertThat(later.alerts().get(0).since()).isEqualTo(NOON);
  }

  @Test
  void oneThatComesAndGoesIsToldOnce() {
    Told told = step(Told.NOTHING, NOON, FULL).after();
    for (int minute = 1; minute < 60; minute++) {
      Instant at = NOON.plusSeconds(minute * 60L);
      Step step = minute % 3 == 0 ? step(told, at, FULL) : step(told, at);
      assertThat(step.alerts()).isEmpty();
      told = step.after();
    }
  }

  @Test
  void anUrgentOneIsRepeatedOnceADay() {
    Told told = step(Told.NOTHING, NOON, FULL).after();
    Instant next = NOON.plus(Duration.ofDays(1));
    assertThat(step(told, next.minusSeconds(1), FULL).alerts()).isEmpty();
    Step repeated = step(told, next, FULL);
    assertThat(whats(repeated)).containsExactly(What.CONTINUES);
    assertThat(step(repeated.after(), next.plusSeconds(1), FULL).alerts()).isEmpty();
  }

  @Test
  void aKeyIsToldAgainWheneverItsEndIsNearer() {
    Told told = Told.NOTHING;
    for (Urgency urgency : List.of(Urgency.NOTICE, Urgency.SOON, Urgency.URGENT, Urgency.OVER)) {
      Step step = step(told, NOON, key(urgency));
      assertThat(whats(step))
          .containsExactly(urgency == Urgency.NOTICE ? What.BEGINS : What.WORSENS);
      told = step.after();
      assertThat(step(told, NOON, key(urgency)).alerts()).isEmpty();
    }
    Step notice = step(Told.NOTHING, NOON, key(Urgency.NOTICE));
    assertThat(step(notice.after(), NOON.plus(Duration.ofDays(2)), key(Urgency.NOTICE))
            .alerts())
        .isEmpty();
  }

  @Test
  void whatIsStillFarAwayNeitherBeginsNorEndsAnything() {
    assertThat(step(Told.NOTHING, NOON, key(Urgency.NOT_YET)).after()).isEqualTo(Told.NOTHING);
    Told told = step(Told.NOTHING, NOON, key(Urgency.NOTICE)).after();
    Step far = step(told, NOON.plus(Duration.ofHours(1)), key(Urgency.NOT_YET));
    assertThat(far.alerts()).isEmpty();
    assertThat(step(far.after(), NOON.plus(Duration.ofHours(1)), key(Urgency.NOTICE))
            .alerts())
        .isEmpty();
  }

  @Test
  void anEndIsNearerFromThreeDaysAndFromOneDayBefore() {
    Duration within = Duration.ofDays(14);
    assertThat(Nearness.of(NOON.plus(within).plusSeconds(1), NOON, within))
        .isEqualTo(Urgency.NOT_YET);
    assertThat(Nearness.of(NOON.plus(within), NOON, within)).isEqualTo(Urgency.NOTICE);
    Instant soon = NOON.plus(Duration.ofDays(3));
    assertThat(Nearness.of(soon.plusSeconds(1), NOON, within)).isEqualTo(Urgency.NOTICE);
    assertThat(Nearness.of(soon, NOON, within)).isEqualTo(Urgency.SOON);
    Instant urgent = NOON.plus(Duration.ofDays(1));
    assertThat(Nearness.of(urgent.plusSeconds(1), NOON, within)).isEqualTo(Urgency.SOON);
    assertThat(Nearness.of(urgent, NOON, within)).isEqualTo(Urgency.URGENT);
    assertThat(Nearness.of(NOON.plusSeconds(1), NOON, within)).isEqualTo(Urgency.URGENT);
    assertThat(Nearness.of(NOON, NOON, within)).isEqualTo(Urgency.OVER);
  }
}
