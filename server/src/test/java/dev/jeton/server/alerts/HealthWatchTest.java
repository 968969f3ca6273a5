package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditState;
import dev.jeton.server.settings.LiveSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private AuditState audit = new AuditState.Writing();
  private Optional<Instant> gone = Optional.empty();
  private double disk = 0.5;
  private final HealthWatch watch = new HealthWatch(
      new HealthWatch.Parts(() -> audit, () -> gone, () -> disk),
      new LiveSettings(new AlertsSection().live(), Map.of()),
      () -> "node-1");

  private List<String> codes() {
    return watch.look(NOON).stream().map(Condition::code).toList();
  }

  @Test
  void whenAllIsWellNothingIsTold() {
    assertThat(codes()).isEmpty();
  }

  @Test
  void auditStoreAndDiskAreTold() {
    audit = new AuditState.Failing("no room");
    gone = Optional.of(NOON);
    disk = 0.9;
    assertThat(codes()).containsExactly("audit-degraded", "store-degraded", "disk-full");
  }

  @Test
  void aDiskIsToldFromNinetyPercent() {
    disk = 0.8999;
    assertThat(codes()).isEmpty();
    disk = 0.9001;
    assertThat(codes()).containsExactly("disk-full");
  }
}
