package dev.jeton.cli.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The working folder of one page: it holds {@code ./jeton}, as a checkout does. */
record Console(Path folder, Path launcher) {

  /** Whatever else the test was started with might be a setting. */
  private static final Set<String> KEPT =
      Set.of("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "USER");

  static Console in(Path folder, Path launcher) throws IOException {
    Files.createSymbolicLink(folder.resolve("jeton"), launcher);
    return new Console(folder, launcher);
  }

  String run(Fence fence, int port) throws IOException, InterruptedException {
    Path file = write(fence, port);
    Path output = Files.createTempFile(folder, "output", ".txt");
    // What the page says of localhost:8080 is true of the server that was started for it.
    Map<String, String> environment = Map.of("JETON_SERVER", "http://localhost:" + port);
    Process process =
        start(command(fence, file), ProcessBuilder.Redirect.to(output.toFile()), environment);
    int status = process.waitFor();
    String printed = Files.readString(output);
    if (status != 0) {
      throw new AssertionError(
          fence.place() + " ended with status " + status + "\n" + printed + errors());
    }
    return printed;
  }

  static boolean hasNode() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
  }

  /** The standard error of the last block. */
  String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }

  Process start(
      List<String> command, ProcessBuilder.Redirect output, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(output)
        .redirectError(folder.resolve("errors.txt").toFile());
    builder.environment().keySet().retainAll(KEPT);
    // The Java of this test, and what Maven has packaged in this very run.
    builder.environment().put("JETON_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JETON_BUILD", "never");
    builder.environment().putAll(environment);
    return builder.start();
  }

  Path write(Fence fence, int port) throws IOException {
    String suffix = fence.language().equals("js") ? ".mjs" : ".sh";
    Path file = folder.resolve("line-" + fence.line() + suffix);
    String text = fence.completeText().replace("localhost:8080", "localhost:" + port);
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  List<String> command(Fence fence, Path file) {
    return fence.language().equals("js")
        ? List.of("node", file.toString())
        : List.of("bash", "-eu", file.toString());
  }
}
