package dev.jeton.server.settings;

import java.util.Map;

/** What all sections read, each under its type. */
public final class Settings {
  private final Map<Class<?>, Object> sections;
  private final LiveSettings live;

  Settings(Map<Class<?>, Object> sections, LiveSettings live) {
    this.sections = Map.copyOf(sections);
    this.live = live;
  }

  /** Those that may change while the server runs. */
  public LiveSettings live() {
    return live;
  }

  /** What the section of that type read. */
  public <T> T get(Class<T> type) {
    Object section = sections.get(type);
    if (section == null) {
      throw new IllegalArgumentException("no settings section reads " + type.getName());
    }
    return type.cast(section);
  }
}
