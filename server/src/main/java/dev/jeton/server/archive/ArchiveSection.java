package dev.jeton.server.archive;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@link ArchiveSettings}. */
public final class ArchiveSection implements SettingsSection<ArchiveSettings> {
  private static final Key RETENTION = Key.setting(
      "audit.store-retention",
      "How long audit rows stay in the store, such as `400d`; without it they stay for ever. The files"
          + " are left alone");

  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(36_500);

  @Override
  public Class<ArchiveSettings> type() {
    return ArchiveSettings.class;
  }

  @Override
  public List<Key> keys() {
    return List.of(RETENTION);
  }

  @Override
  public ArchiveSettings read(SettingsReader in) {
    return new ArchiveSettings(Optional.ofNullable(in.durationOrNull(RETENTION, LEAST, MOST)));
  }
}
