package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeyVersionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final KeyVersions ONE = KeyVersions.startingWith(KeyVersion.prepared("a", NOW));
  private static final KeyVersions TWO = ONE.prepare(KeyVersion.prepared("b", NOW), NOW);

  @Test
  void theFirstOneSignsAndVerifies() {
    assertThat(ONE.signing(NOW)).map(KeyVersion::id).hasValue("a");
    assertThat(ids(ONE.verifying(NOW))).containsExactly("a");
  }

  @Test
  void aPreparedOneVerifiesButDoesNotSign() {
    assertThat(states(TWO)).containsExactly(KeyState.ACTIVE, KeyState.PREPARED);
    assertThat(TWO.signing(NOW)).map(KeyVersion::id).hasValue("a");
    assertThat(ids(TWO.verifying(NOW))).containsExactly("a", "b");
  }

  @Test
  void oneWhoseTimeToSignIsOverSignsNothingAndStillVerifiesAndIsNotMadeActiveAgain() {
    KeyVersions until = ONE.signingUntil("a", NOW);
    assertThat(until.signing(NOW.minusNanos(1))).isPresent();
    assertThat(until.signing(NOW)).isEmpty();
    assertThat(ids(until.verifying(NOW))).containsExactly("a");
    KeyVersion a = until.signingUntil("a", NOW.plus(HOUR)).find("a").orElseThrow();
    assertThat(a.countsIfSigned(NOW.minusNanos(1))).isTrue();
    assertThat(a.countsIfSigned(NOW)).isFalse();
    KeyVersions next = until.rotate(KeyVersion.prepared("b", NOW), NOW, HOUR);
    assertThat(next.find("a").orElseThrow().countsIfSigned(NOW)).isFalse();
    refused("ended", () -> next.activate("a", NOW, HOUR));
  }

  @Test
  void aThirdLiveOneIsRefused() {
    refused("two-live", () -> TWO.prepare(KeyVersion.prepared("c", NOW), NOW));
    refused("two-live", () -> TWO.rotate(KeyVersion.prepared("c", NOW), NOW, HOUR));
  }

  @Test
  void anIdIsNotTakenTwice() {
    refused("id-taken", () -> ONE.prepare(KeyVersion.prepared("a", NOW), NOW));
  }

  @Test
  void activatingLetsTheFormerVerifyUntilTheEndOfTheOverlapAndNoLonger() {
    KeyVersions next = TWO.activate("b", NOW, HOUR);
    Instant end = NOW.plus(HOUR);
    assertThat(states(next)).containsExactly(KeyState.RETIRING, KeyState.ACTIVE);
    assertThat(next.signing(NOW)).map(KeyVersion::id).hasValue("b");
    assertThat(ids(next.verifying(end.minusNanos(1)))).containsExactly("b", "a");
    assertThat(ids(next.verifying(end))).containsExactly("b");
    assertThat(ids(next.verifying(end.plusNanos(1)))).containsExactly("b");
  }

  @Test
  void withoutAnOverlapTheFormerVerifiesUntilSomebodyRetiresIt() {
    KeyVersions next = TWO.activate("b", NOW, null);
    assertThat(ids(next.verifying(NOW.plus(Duration.ofDays(9999))))).containsExactly("b", "a");
    KeyVersions after = next.retire("a", NOW.plus(HOUR), Duration.ZERO);
    assertThat(ids(after.verifying(NOW.plus(HOUR)))).containsExactly("b");
    assertThat(states(after)).containsExactly(KeyState.RETIRED, KeyState.ACTIVE);
  }

  @Test
  void anOverlapOfNothingRetiresTheFormerAtOnce() {
    KeyVersions next = TWO.activate("b", NOW, Duration.ZERO);
    assertThat(states(next)).containsExactly(KeyState.RETIRED, KeyState.ACTIVE);
    assertThat(next.deletable(NOW)).containsExactly("a");
  }

  @Test
  void anActiveOneSignsUntilItsOwnEndAndNoLonger() {
    Instant end = NOW.plus(HOUR);
    KeyVersions ending = KeyVersions.startingWith(KeyVersion.prepared("a", NOW).ending(end));
    assertThat(ending.signing(end.minusNanos(1))).isPresent();
    assertThat(ending.signing(end)).isEmpty();
    assertThat(ending.signing(end.plusNanos(1))).isEmpty();
    assertThat(ending.active()).isPresent();
    assertThat(ending.deletable(end)).isEmpty();
  }

  @Test
  void anOverlapDoesNotProlongTheFormersOwnEnd() {
    Instant end = NOW.plus(HOUR);
    KeyVersions next = KeyVersions.startingWith(KeyVersion.prepared("a", NOW).ending(end))
        .rotate(KeyVersion.prepared("b", NOW), NOW, Duration.ofHours(2));
    assertThat(next.find("a")).map(KeyVersion::endsAt).hasValue(end);
  }

  @Test
  void aRetiringOneGivesItsPlaceAtItsEnd() {
    KeyVersions next = TWO.activate("b", NOW, HOUR);
    Instant end = NOW.plus(HOUR);
    KeyVersion third = KeyVersion.prepared("c", end);
    refused("two-live", () -> next.prepare(third, end.minusNanos(1)));
    assertThat(states(next.prepare(third, end)))
        .containsExactly(KeyState.RETIRED, KeyState.ACTIVE, KeyState.PREPARED);
    assertThat(next.deletable(end.minusNanos(1))).isEmpty();
    assertThat(next.deletable(end)).containsExactly("a");
    assertThat(next.settled(end).find("a")).map(KeyVersion::endsAt).hasValue(end);
  }

  @Test
  void aRetiringOneCanSignAgain() {
    KeyVersions back = TWO.activate("b", NOW, HOUR).activate("a", NOW, HOUR);
    assertThat(states(back)).containsExactly(KeyState.ACTIVE, KeyState.RETIRING);
    assertThat(back.signing(NOW.plus(HOUR))).map(KeyVersion::id).hasValue("a");
  }

  @Test
  void whatHasEndedIsNotActivated() {
    KeyVersions two = ONE.prepare(KeyVersion.prepared("b", NOW).ending(NOW.plus(HOUR)), NOW);
    refused("ended", () -> two.activate("b", NOW.plus(HOUR), null));
    assertThat(states(two.activate("b", NOW.plus(HOUR).minusNanos(1), null)))
        .containsExactly(KeyState.RETIRING, KeyState.ACTIVE);
  }

  @Test
  void retiringTheActiveOneWithAnOverlapEndsItsSigningAtOnce() {
    KeyVersions next = ONE.retire("a", NOW, HOUR);
    assertThat(next.signing(NOW)).isEmpty();
    assertThat(ids(next.verifying(NOW))).containsExactly("a");
    assertThat(next.find("a")).map(KeyVersion::endsAt).hasValue(NOW.plus(HOUR));
  }

  @Test
  void aRevokedOneIsDeadAtOnceAndItsSecretGoes() {
    KeyVersions next = TWO.revoke("a", NOW);
    assertThat(states(next)).containsExactly(KeyState.REVOKED, KeyState.PREPARED);
    assertThat(ids(next.verifying(NOW))).containsExactly("b");
    assertThat(next.deletable(NOW)).containsExactly("a");
    assertThat(ids(next.live())).containsExactly("b");
  }

  @Test
  void aDisabledOneDoesNothingAndKeepsItsPlace() {
    KeyVersions off = TWO.disable("a", NOW);
    assertThat(off.signing(NOW)).isEmpty();
    assertThat(ids(off.verifying(NOW))).containsExactly("b");
    refused("two-live", () -> off.prepare(KeyVersion.prepared("c", NOW), NOW));
    assertThat(off.enable("a", NOW)).isEqualTo(TWO);
    assertThat(TWO.enable("a", NOW)).isEqualTo(TWO);
  }

  @Test
  void nothingIsDoneToTheDeadOrTheUnknown() {
    KeyVersions next = TWO.revoke("a", NOW);
    refused("not-live", () -> next.activate("a", NOW, null));
    refused("not-live", () -> next.retire("a", NOW, HOUR));
    refused("not-live", () -> next.revoke("a", NOW));
    refused("not-live", () -> next.enable("a", NOW));
    refused("unknown-key", () -> next.disable("x", NOW));
    refused("already-active", () -> TWO.activate("a", NOW, null));
  }

  @Test
  void theLastTenDeadOnesAreKept() {
    KeyVersions keys = ONE;
    for (int i = 0; i < 13; i++) {
      Instant then = NOW.plusSeconds(i);
      keys = keys.rotate(KeyVersion.prepared("k" + i, then), then, Duration.ZERO);
    }
    assertThat(ids(keys.all()))
        .containsExactly("k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12");
  }

  @Test
  void thoseThatDiedFirstAreForgottenFirst() {
    KeyVersions keys = TWO;
    for (int i = 0; i < 10; i++) {
      Instant then = NOW.plusSeconds(i);
      keys = keys.revoke(i == 0 ? "b" : "k" + (i - 1), then)
          .prepare(KeyVersion.prepared("k" + i, then), then);
    }
    KeyVersions next = keys.revoke("a", NOW.plusSeconds(10));
    assertThat(ids(next.all()))
        .containsExactly("a", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9");
  }

  @Test
  void versionsThatCannotBeAreRefused() {
    KeyVersion active = KeyVersion.prepared("a", NOW).in(KeyState.ACTIVE);
    KeyVersion other = KeyVersion.prepared("b", NOW).in(KeyState.ACTIVE);
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyVersions(List.of(active, other)));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyVersions(List.of(active, active)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.retire("a", NOW, Duration.ofNanos(-1)));
  }

  private static List<String> ids(List<KeyVersion> keys) {
    return keys.stream().map(KeyVersion::id).toList();
  }

  private static List<KeyState> states(KeyVersions keys) {
    return keys.all().stream().map(KeyVersion::state).toList();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            KeyActRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
