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
    Map<String, Given> environment = environment(sources, faults);
    Map<String, Given> file = file(sources, faults);
    List<Key> keys =
        sections.stream().<Key>flatMap(section -> section.keys().stream()).toList();
    UnknownNames unknown = new UnknownNames(keys, otherNames);
    unknown.inFile(file, faults);
    unknown.inEnvironment(environment, faults);

    Values values = new Values(commandLine, environment, file, sources.workingFolder(), faults);
    SettingsReader reader = new SettingsReader(values, null);
    Map<Class<?>, Object> read = new HashMap<>();
    for (SettingsSection<?> section : sections) {
      read.put(section.type(), section.read(reader));
    }
    return faults.isEmpty() ? new Loaded.Complete(new Settings(read)) : new Loaded.Faulty(faults);
  }

  private static Map<String, Given> environment(SettingsSources sources, List<Fault> faults) {
    Map<String, Given> all = new LinkedHashMap<>();
    Path dotEnv = sources.workingFolder().resolve(".env");
    if (Files.exists(dotEnv)) {
      String text = text(dotEnv, ".env", faults);
      if (text != null) {
        all.putAll(DotEnv.read(text.lines().toList(), faults));
      }
    }
    sources
        .environment()
        .forEach((name, text) -> all.put(name, Given.one(text, "environment " + name)));
    return all;
  }

  private static Map<String, Given> file(SettingsSources sources, List<Fault> faults) {
    Path asked = sources.file();
    Path file = sources.workingFolder().resolve(asked == null ? Path.of(DEFAULT_FILE) : asked);
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
