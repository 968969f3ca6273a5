package dev.jeton.server.settings;

import java.util.List;

/**
 * The settings of one room, found by {@link java.util.ServiceLoader}. The room's beans get what it
 * read from {@link Settings#get}.
 */
public interface SettingsSection<T> {

  /** Every key that {@link #read} asks for. */
  List<Key> keys();

  /** What an operator may change while the server runs; rooms ask {@link LiveSettings} for it. */
  default List<LiveSetting<?>> live() {
    return List.of();
  }

  /** Reads all of it; what is wrong goes to the reader as faults, and reading goes on. */
  T read(SettingsReader in);

  /** The type that it reads. */
  Class<T> type();
}
