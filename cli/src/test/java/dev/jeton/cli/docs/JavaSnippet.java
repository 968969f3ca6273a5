package dev.jeton.cli.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles a Java block: a whole file, or imports and statements. */
final class JavaSnippet {

  private JavaSnippet() {}

  static void compile(Fence fence, Path folder) throws IOException {
    Path file = folder.resolve("Snippet.java");
    Files.writeString(file, source(fence.completeText()));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            errors,
            errors,
            "-proc:none",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            file.toString());
    if (status != 0) {
      throw new AssertionError(
          fence.place() + " does not compile\n" + errors.toString(StandardCharsets.UTF_8));
    }
  }

  private static String source(String text) {
    if (text.contains("class ")) {
      return text;
    }
    String imports = text.lines().filter(JavaSnippet::isImport).collect(Collectors.joining("\n"));
    String statements =
        text.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    return imports + "\nclass Snippet { void run() throws Exception {\n" + statements + "\n} }\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }
}
