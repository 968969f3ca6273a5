package dev.jeton.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all sections from all sources, and tells everything that is wrong at once. */
public final class SettingsLoader {
  private static final String DEFAULT_FILE = "jeton.yaml";

  private final List<SettingsSection<?>> sections;
  private final List<String> otherNames;

  /**
   * @param sections what to read
   * @param otherNames JETON_ names in the environment that are no settings of the server
   */
  public SettingsLoader(List<SettingsSection<?>> sections, List<String> otherNames) {
    this.sections = List.copyOf(sections);
    this.otherNames = List.copyOf(otherNames);
  }

  public Loaded load(SettingsSources sources) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Given> commandLine = new HashMap<>();
    sources
        .commandLine()
        .forEach((key, text) -> commandLine.put(key, Given.one(text, "command line")));
    Map<String, Given> environment = new LinkedHashMap<>();
    sources
        .environment()
        .forEach((name, text) -> environment.put(name, Given.one(text, "environment " + name)));
    Path dotEnvPath = sources.workingFolder().resolve(".env");
    Map<String, Given> dotEnv = dotEnv(dotEnvPath, faults);
    Path filePath = filePath(sources);
    Map<String, Given> file = file(filePath, sources, faults);
    List<Key> keys =
        sections.stream().<Key>flatMap(section -> allKeys(section).stream()).toList();
    UnknownNames unknown = new UnknownNames(keys, otherNames);
    unknown.inFile(file, faults);
    unknown.inEnvironment(dotEnv, faults);
    unknown.inEnvironment(environment, faults);
    ExposedSecrets exposed = new ExposedSecrets(keys);
    exposed.inDotEnv(dotEnvPath, dotEnv, faults);
    exposed.inFile(filePath, file, faults);

    Values values = new Values(
        commandLine, List.of(environment, dotEnv), file, sources.workingFolder(), faults);
    SettingsReader reader = new SettingsReader(values, null);
    Map<Class<?>, Object> read = new HashMap<>();
    for (SettingsSection<?> section : sections) {
      read.put(section.type(), section.read(reader));
    }
    Settings settings = new Settings(read, live(reader));
    return faults.isEmpty() ? new Loaded.Complete(settings) : new Loaded.Faulty(faults, settings);
  }

  /** Those that a section reads, and those that may change later. */
  static List<Key> allKeys(SettingsSection<?> section) {
    return Stream.concat(
            section.keys().stream(), section.live().stream().<Key>map(LiveSetting::key))
        .toList();
  }

  private LiveSettings live(SettingsReader reader) {
    List<LiveSetting<?>> all = new ArrayList<>();
    Map<String, List<String>> given = new HashMap<>();
    for (SettingsSection<?> section : sections) {
      for (LiveSetting<?> setting : section.live()) {
        all.add(setting);
        List<String> items = reader.given(setting);
        if (items != null) {
          given.put(setting.name(), items);
        }
      }
    }
    return new LiveSettings(all, given);
  }

  private static Map<String, Given> dotEnv(Path path, List<Fault> faults) {
    if (!Files.exists(path)) {
      return Map.of();
    }
    String text = text(path, ".env", faults);
    return text == null ? Map.of() : DotEnv.read(text.lines().toList(), faults);
  }

  private static Path filePath(SettingsSources sources) {
    Path asked = sources.file();
    return sources.workingFolder().resolve(asked == null ? Path.of(DEFAULT_FILE) : asked);
  }

  private static Map<String, Given> file(Path file, SettingsSources sources, List<Fault> faults) {
    Path asked = sources.file();
    if (asked == null && !Files.exists(file)) {
      return Map.of();
    }
    String name = asked == null ? DEFAULT_FILE : asked.toString();
    String text = text(file, name, faults);
    return text == null ? Map.of() : YamlFile.read(name, text, faults);
  }

  private static @Nullable String text(Path file, String name, List<Fault> faults) {
    try {
      if (Files.size(file) > YamlFile.MOST_CHARACTERS) {
        faults.add(new Fault(name, "it is larger than 1 MiB", "make it smaller", file.toString()));
        return null;
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      String right = "name a UTF-8 file that this user may read";
      faults.add(new Fault(name, "it cannot be read", right, file.toString()));
      return null;
    }
  }
}
