package dev.jeton.server.boot;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The words of {@code jeton serve}. */
@Command(
    name = "jeton serve",
    description = "Runs the server. docs/settings.md lists all settings.",
    sortOptions = false)
final class ServeCommand {
  @Option(names = "--host", paramLabel = "ADDRESS", description = "listen there (127.0.0.1)")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "listen on that port (8080)")
  private @Nullable String port;

  @Option(names = "--data", paramLabel = "FOLDER", description = "keep data there (./data)")
  private @Nullable String data;

  @Option(names = "--config", paramLabel = "FILE", description = "read settings (jeton.yaml)")
  private @Nullable Path config;

  @Option(names = "--help", usageHelp = true, description = "show this")
  private boolean help;

  boolean help() {
    return help;
  }

  @Nullable
  Path config() {
    return config;
  }

  /** What was given, by the name of the setting. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    put(settings, "http.host", host);
    put(settings, "http.port", port);
    put(settings, "data", data);
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }
}
