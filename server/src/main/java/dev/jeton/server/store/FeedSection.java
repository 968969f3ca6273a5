package dev.jeton.server.store;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.time.Duration;
import java.util.List;

/** Reads {@link FeedSettings}. */
public final class FeedSection implements SettingsSection<FeedSettings> {
  private static final Key REFRESH = Key.setting(
          "store.refresh",
          "How often what is in memory is compared with the database; changes arrive at once anyway,"
              + " this finds what was missed")
      .defaultingTo("30s");

  @Override
  public Class<FeedSettings> type() {
    return FeedSettings.class;
  }

  @Override
  public List<Key> keys() {
    return List.of(REFRESH);
  }

  @Override
  public FeedSettings read(SettingsReader in) {
    return new FeedSettings(in.duration(REFRESH, Duration.ofSeconds(1), Duration.ofHours(1)));
  }
}
