package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.PrivateFile;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references {@code ${env:NAME}} and {@code ${file:path}} in a file of resources. Their values
 * are looked up here and put in place by the server: this side knows the variables and files, that
 * side knows YAML.
 */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}\\n]*)}");

  private final Environment environment;
  private final Path folder;

  /**
   * @param folder what the paths of files start from
   */
  References(Environment environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** Each reference of the text, as {@code env:NAME} or {@code file:path}, and what it stands for. */
  Map<String, String> resolve(String yaml) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher found = REFERENCE.matcher(yaml);
    while (found.find()) {
      String kind = found.group(1);
      String name = found.group(2);
      try {
        values.computeIfAbsent(
            kind + ":" + name, reference -> kind.equals("env") ? variable(name) : file(name));
      } catch (UsageException e) {
        if (!mayBeComment(yaml, found.start())) {
          throw e;
        }
      }
    }
    return values;
  }

  /** What stands behind a # may be a comment; the server knows, and asks for what is none. */
  private static boolean mayBeComment(String yaml, int at) {
    return yaml.lastIndexOf('#', at) > yaml.lastIndexOf('\n', at);
  }

  private String variable(String name) {
    String value = environment
        .variable(name)
        .orElseThrow(
            () -> new UsageException(reference("env", name) + ": no such variable is set"));
    if (value.isEmpty()) {
      throw new UsageException(reference("env", name) + ": the variable is set but empty");
    }
    return value;
  }

  private String file(String name) {
    String origin = reference("file", name);
    try {
      byte[] bytes = PrivateFile.read(origin, folder.resolve(name));
      if (bytes.length == 0) {
        throw new UsageException(origin + " names an empty file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (FaultException e) {
      throw new UsageException(e.line());
    } catch (CharacterCodingException | InvalidPathException e) {
      throw new UsageException(origin + " names no file with UTF-8 text");
    }
  }

  private static String reference(String kind, String name) {
    return "${" + kind + ":" + VisibleText.of(name) + "}";
  }
}
