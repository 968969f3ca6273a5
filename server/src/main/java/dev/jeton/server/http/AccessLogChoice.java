package dev.jeton.server.http;

import dev.jeton.server.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The access log that the settings ask for. */
@Singleton
class AccessLogChoice {
  private final @Nullable AccessLog log;

  @Inject
  AccessLogChoice(Settings settings) {
    log = choose(settings.get(HttpSettings.class).accessLog());
  }

  @Nullable
  AccessLog log() {
    return log;
  }

  @PreDestroy
  void close() {
    if (log != null) {
      log.close();
    }
  }

  private static @Nullable AccessLog choose(String where) {
    try {
      return switch (where) {
        case "off" -> null;
        case "stdout" -> AccessLog.toStandardOutput(AccessLogChoice::thread);
        default -> AccessLog.toFile(Path.of(where), AccessLogChoice::thread);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "access-log");
    thread.setDaemon(true);
    return thread;
  }
}
