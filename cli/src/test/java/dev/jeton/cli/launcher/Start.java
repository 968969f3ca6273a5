package dev.jeton.cli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One start of the launcher, under way or ended. */
record Start(Process process, Path outFile, Path errorFile) {

  static Start of(Path java, Path launcher, Path from, String... arguments) throws IOException {
    return of(System.getenv(), java, launcher, from, arguments);
  }

  /** In an environment with nothing else in it. */
  static Start of(
      Map<String, String> variables, Path java, Path launcher, Path from, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(from, "out", ".txt");
    Path errors = Files.createTempFile(from, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(from.toFile())
        .redirectOutput(out.toFile())
        .redirectError(errors.toFile());
    builder.environment().keySet().retainAll(variables.keySet());
    builder.environment().putAll(variables);
    builder.environment().remove("JETON_BUILD");
    builder.environment().put("JETON_JAVA_HOME", java.toString());
    builder.environment().put("XDG_CACHE_HOME", from.resolve("cache").toString());
    return new Start(builder.start(), out, errors);
  }

  int status() throws InterruptedException {
    return process.waitFor();
  }

  String out() throws IOException, InterruptedException {
    status();
    return Files.readString(outFile);
  }

  String errors() throws IOException, InterruptedException {
    status();
    return Files.readString(errorFile);
  }
}
