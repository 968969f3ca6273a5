package dev.jeton.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads one section from an environment, for the tests of the sections. */
public final class SectionReading {
  private SectionReading() {}

  public static <T> T read(SettingsSection<T> section, Path folder, Map<String, String> given) {
    Loaded loaded = load(section, folder, given);
    if (loaded instanceof Loaded.Complete complete) {
      return complete.settings().get(section.type());
    }
    throw new AssertionError(((Loaded.Faulty) loaded).faults().toString());
  }

  public static List<String> faults(
      SettingsSection<?> section, Path folder, Map<String, String> given) {
    return load(section, folder, given) instanceof Loaded.Faulty faulty
        ? faulty.faults().stream().map(Fault::line).toList()
        : List.of();
  }

  private static Loaded load(SettingsSection<?> section, Path folder, Map<String, String> given) {
    return new SettingsLoader(List.of(section), List.of())
        .load(new SettingsSources(Map.of(), given, folder, null));
  }
}
