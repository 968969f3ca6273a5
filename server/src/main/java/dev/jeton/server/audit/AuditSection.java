package dev.jeton.server.audit;

import dev.jeton.server.settings.DataSection;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads {@link AuditSettings}; the files lie in the data folder. */
public final class AuditSection implements SettingsSection<AuditSettings> {
  private static final Key DEADLINE = Key.setting(
          "audit.deadline", "How long an answer may wait for its audit row")
      .defaultingTo("2s");
  private static final Key SEGMENT_MEGABYTES = Key.setting(
          "audit.segment-megabytes", "Size at which a new audit file begins")
      .defaultingTo("128");
  private static final Key QUEUE_ROWS = Key.setting(
          "audit.queue-rows", "Audit rows that may wait; more are refused with a 503")
      .defaultingTo("16384");
  private static final Key FOLD_INTERVAL = Key.setting(
          "audit.fold-interval", "How long equal refusals are gathered into one row")
      .defaultingTo("10s");

  @Override
  public List<Key> keys() {
    return List.of(DEADLINE, SEGMENT_MEGABYTES, QUEUE_ROWS, FOLD_INTERVAL);
  }

  @Override
  public AuditSettings read(SettingsReader in) {
    Path data = Objects.requireNonNullElse(in.path(DataSection.DATA), Path.of("data"));
    return new AuditSettings(
        data.resolve("audit"),
        in.duration(DEADLINE, Duration.ofSeconds(1), Duration.ofMinutes(1)),
        (long) in.whole(SEGMENT_MEGABYTES, 1, 1024) << 20,
        in.whole(QUEUE_ROWS, 1_000, 1_000_000),
        in.duration(FOLD_INTERVAL, Duration.ofSeconds(1), Duration.ofHours(1)));
  }

  @Override
  public Class<AuditSettings> type() {
    return AuditSettings.class;
  }
}
