package dev.jeton.bench.load;

import dev.jeton.bench.BenchFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Calls wrk, one slice at a time. */
final class Wrk {
  private static final String THREADS = "2";

  private final Path script;

  /** Puts wrk's script into a folder. */
  Wrk(Path folder) throws IOException {
    script = folder.resolve("request.lua");
    try (InputStream in =
        Objects.requireNonNull(Wrk.class.getResourceAsStream("request.lua"), "request.lua")) {
      Files.copy(in, script);
    }
  }

  static boolean isInstalled() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "wrk"))) {
        return true;
      }
    }
    return false;
  }

  Slice run(String base, Route route, int connections, int seconds) throws IOException {
    List<String> words = new ArrayList<>(List.of(
        "wrk",
        "-t" + THREADS,
        "-c" + connections,
        "-d" + seconds + "s",
        "-s",
        script.toString(),
        base + route.path()));
    words.addAll(List.of("--", route.body()));
    Process wrk = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (InputStream out = wrk.getInputStream()) {
      List<String> lines =
          new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      wrk.waitFor();
      return Slice.of(lines);
    } catch (InterruptedException e) {
      throw new BenchFault("interrupted");
    } finally {
      wrk.destroy();
    }
  }
}
