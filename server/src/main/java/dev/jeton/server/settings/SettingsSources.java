package dev.jeton.server.settings;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to read from.
 *
 * @param commandLine values by key name
 * @param environment the process's environment
 * @param workingFolder where {@code .env} and jeton.yaml are looked for
 * @param file a file that was asked for, or null for jeton.yaml if it is there
 */
public record SettingsSources(
    Map<String, String> commandLine,
    Map<String, String> environment,
    Path workingFolder,
    @Nullable Path file) {
  public SettingsSources {
    commandLine = Map.copyOf(commandLine);
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    return "SettingsSources[" + workingFolder + "]";
  }
}
