package dev.jeton.server.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one secret. One line end at its end is dropped, as editors add it. */
final class SecretFile {
  private static final int MOST_BYTES = 64 * 1024;

  private SecretFile() {}

  /** Either the text or what is wrong with the file. */
  sealed interface Read {
    record Text(String text) implements Read {
      @Override
      public String toString() {
        return "Text[redacted]";
      }
    }

    record Wrong(String wrong, String right) implements Read {}
  }

  static Read read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Read.Wrong(file + " is not a file", "name a file that holds the secret");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Exposure.toEverybody(file)) {
        return new Read.Wrong(
            "everybody on this machine can read " + file, "run chmod o-rwx on it");
      }
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Read.Wrong(file + " is too long for a secret", "keep only the secret in it");
      }
      return text(file, bytes);
    } catch (IOException e) {
      return new Read.Wrong(file + " cannot be read", "let this user read it");
    }
  }

  private static Read text(Path file, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new Read.Wrong(file + " is not UTF-8 text", "keep only the secret in it");
    }
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    return line.isEmpty()
        ? new Read.Wrong(file + " is empty", "write the secret into it")
        : new Read.Text(line);
  }
}
