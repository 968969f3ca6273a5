package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file with a public key. It is no secret, so all may be able to read it. */
final class PublicKeyFile {
  /** More than any key takes, so that a device or a film is not read to its end. */
  private static final int MAX_BYTES = 1 << 16;

  private PublicKeyFile() {}

  /**
   * Its text.
   *
   * @param origin what named the file, for messages
   */
  static String read(String origin, Path file) {
    String shown = VisibleText.of(file.toString());
    if (shown.isEmpty()) {
      throw new UsageException(origin + " is empty; give it the path of a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new FaultException(origin + " names a file that does not exist: " + shown, e);
    } catch (IOException e) {
      throw new FaultException(origin + " names a file that cannot be read: " + shown, e);
    }
  }
}
