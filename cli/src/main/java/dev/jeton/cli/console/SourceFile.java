package dev.jeton.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file whose text goes to a server as it is, or standard input where it is called {@code -}. What is
 * in it may be secret and never becomes part of a message.
 */
public final class SourceFile {
  private static final int MAX_BYTES = 4 << 20;
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Path path;
  private final byte[] bytes;

  private SourceFile(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Reads it whole. */
  public static SourceFile read(Environment environment, Path path) {
    try (InputStream in =
        path.equals(STANDARD_INPUT) ? environment.in() : Files.newInputStream(path)) {
      SourceFile file = new SourceFile(path, in.readNBytes(MAX_BYTES + 1));
      if (file.bytes.length > MAX_BYTES) {
        throw new UsageException(file.shown() + " has more than 4 MiB; split it into several");
      }
      return file;
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + VisibleText.of(path.toString()));
    } catch (IOException e) {
      throw new FaultException(VisibleText.of(path.toString()) + " cannot be read", e);
    }
  }

  /** Whether it came from standard input, so that no answer can. */
  public boolean piped() {
    return path.equals(STANDARD_INPUT);
  }

  /** The folder that it lies in, if it lies in any. */
  public Optional<Path> folder() {
    return piped()
        ? Optional.empty()
        : Optional.ofNullable(path.toAbsolutePath().getParent());
  }

  /** Whether everybody on this machine can read it. */
  public boolean isOpen() {
    return !piped() && PrivateFile.isOpen(path);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(shown() + " is not UTF-8 text");
    }
  }

  /** How it is called in messages. */
  public String shown() {
    return piped() ? "standard input" : VisibleText.of(path.toString());
  }
}
