package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.audit.AuditState;
import dev.jeton.server.audit.DiskUse;
import dev.jeton.server.settings.LiveSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private AuditState audit = new AuditState.Writing();
  private Optional<Instant> gone = Optional.empty();
  private Optional<Instant> lags = Optional.empty();
  private final HealthWatch watch =
      new HealthWatch(new HealthWatch.Parts(() -> audit, () -> gone, () -> lags), () -> "node-1");

  private static List<String> codes(Watch watch) {
    return watch.look(NOON).stream().map(Condition::code).toList();
  }

  private static DiskWatch disk(DiskUse use) {
    LiveSettings live = new LiveSettings(new AlertsSection().live(), Map.of());
    return new DiskWatch(use, live, () -> "node-1");
  }

  @Test
  void whenAllIsWellNothingIsTold() {
    assertThat(codes(watch)).isEmpty();
  }

  @Test
  void auditStoreAndCopyAreTold() {
    audit = new AuditState.Failing("no room");
    gone = Optional.of(NOON);
    lags = Optional.of(NOON);
    assertThat(codes(watch))
        .containsExactly("audit-degraded", "store-degraded", "audit-copy-behind");
  }

  @Test
  void aDiskIsToldFromNinetyPercent() {
    assertThat(codes(disk(() -> 0.8999))).isEmpty();
    assertThat(codes(disk(() -> 0.9001))).containsExactly("disk-full");
  }

  @Test
  void aDiskThatCannotBeLookedAtIsItsOwnWatchsFault() {
    DiskWatch broken = disk(() -> {
      throw new IOException("gone");
    });
    assertThatThrownBy(() -> broken.look(NOON)).isInstanceOf(UncheckedIOException.class);
  }
}
