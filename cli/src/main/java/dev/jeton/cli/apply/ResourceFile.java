package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.SourceFile;
import java.nio.file.Path;

/**
 * A file of resources, not parsed.
 *
 * @param text what is in it
 * @param folder what the paths in it start from
 */
record ResourceFile(String text, Path folder) {
  static ResourceFile read(Environment environment, Path path) {
    SourceFile file = SourceFile.read(environment, path);
    return new ResourceFile(file.text(), file.folder().orElse(Path.of("")));
  }
}
