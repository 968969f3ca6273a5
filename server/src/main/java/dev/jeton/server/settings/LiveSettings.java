package dev.jeton.server.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The values of all settings that an operator may change while the server runs, in memory. */
public final class LiveSettings {
  private final Map<String, LiveSetting<?>> all = new TreeMap<>();
  private final Map<String, List<String>> given;
  private final AtomicInteger held = new AtomicInteger();
  private volatile Map<String, List<String>> changed = Map.of();

  /**
   * Makes it with the built-in defaults.
   *
   * @param given what jeton.yaml, environment and command line give, which nobody can change
   */
  public LiveSettings(Collection<LiveSetting<?>> settings, Map<String, List<String>> given) {
    settings.forEach(setting -> all.put(setting.name(), setting));
    this.given = Map.copyOf(given);
  }

  /** What holds now. */
  public <T> T get(LiveSetting<T> setting) {
    return setting.value(items(setting));
  }

  /** The same as it would be written. */
  public List<String> items(LiveSetting<?> setting) {
    List<String> fixed = given.get(setting.name());
    List<String> items = fixed == null ? changed.get(setting.name()) : fixed;
    return items == null ? setting.byDefault() : items;
  }

  /**
   * Another number after each change, for rooms that keep what they made of the values: as long as it
   * is the same, so are they.
   */
  public int generation() {
    return held.get();
  }

  /** All of them by name. */
  public Collection<LiveSetting<?>> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /** The one of that name. */
  public Optional<LiveSetting<?>> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** Whether jeton.yaml, environment or command line give it, so that nobody can change it here. */
  public boolean isFixed(LiveSetting<?> setting) {
    return given.containsKey(setting.name());
  }

  /** Takes all that operators changed; what this server does not know or take is left alone. */
  public void hold(Map<String, List<String>> values) {
    Map<String, List<String>> taken = new HashMap<>();
    values.forEach((name, items) -> find(name)
        .filter(setting -> setting.takes(items))
        .ifPresent(setting -> taken.put(name, List.copyOf(items))));
    changed = Map.copyOf(taken);
    held.incrementAndGet();
  }
}
