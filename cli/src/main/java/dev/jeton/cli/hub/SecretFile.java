package dev.jeton.cli.hub;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.PrivateFile;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A new file that only its owner can read, from its first byte on. */
final class SecretFile {
  private SecretFile() {}

  /**
   * Writes it.
   *
   * @param origin what named the file, for messages
   */
  static void create(String origin, Path file, String text) {
    String shown = VisibleText.of(file.toString());
    if (file.toString().isEmpty()) {
      throw new UsageException(origin + " is empty; give it the path of a file");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PrivateFile.ownersAlone(file))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          origin + ": " + shown + " exists already, and a key is never overwritten");
    } catch (IOException e) {
      throw new FaultException(origin + ": " + shown + " cannot be written", e);
    }
  }
}
