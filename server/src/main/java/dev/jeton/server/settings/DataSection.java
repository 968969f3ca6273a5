package dev.jeton.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads {@link DataSettings}. */
public final class DataSection implements SettingsSection<DataSettings> {
  /** Where everything lies that this server writes. */
  public static final Key DATA = Key.setting(
          "data", "Folder for what the server writes: the audit log, the admin token")
      .defaultingTo("data");

  @Override
  public List<Key> keys() {
    return List.of(DATA);
  }

  @Override
  public DataSettings read(SettingsReader in) {
    return new DataSettings(Objects.requireNonNullElse(in.path(DATA), Path.of("data")));
  }

  @Override
  public Class<DataSettings> type() {
    return DataSettings.class;
  }
}
