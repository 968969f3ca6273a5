package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of resources, not parsed.
 *
 * @param text what is in it
 * @param folder what the paths in it start from
 */
record ResourceFile(String text, Path folder) {
  private static final int MAX_BYTES = 4 << 20;
  private static final Path STANDARD_INPUT = Path.of("-");

  static ResourceFile read(Environment environment, Path file) {
    boolean piped = file.equals(STANDARD_INPUT);
    Path parent = file.toAbsolutePath().getParent();
    String shown = piped ? "standard input" : VisibleText.of(file.toString());
    try (InputStream in = piped ? environment.in() : Files.newInputStream(file)) {
      return new ResourceFile(
          text(shown, in.readNBytes(MAX_BYTES + 1)),
          piped || parent == null ? Path.of("") : parent);
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + shown);
    } catch (IOException e) {
      throw new FaultException(shown + " cannot be read", e);
    }
  }

  private static String text(String shown, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new UsageException(shown + " has more than 4 MiB; split it into several");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(shown + " is not UTF-8 text");
    }
  }
}
