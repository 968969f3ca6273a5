package dev.jeton.server.backup;

import dev.jeton.server.vault.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts the key files of a backup into the data folder; others of their names are kept beside them. */
final class KeyFiles {
  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String STAGED = ".restored";

  private final Path folder;
  private final Map<String, byte[]> lines;
  private final String suffix;

  KeyFiles(Path folder, Map<String, byte[]> lines, Instant now) {
    this.folder = folder;
    this.lines = lines;
    this.suffix = ".before-" + SUFFIX.format(now);
  }

  static Optional<Path> unfinished(Path folder) {
    try (DirectoryStream<Path> staged = Files.newDirectoryStream(folder, ".*" + STAGED)) {
      for (Path file : staged) {
        return Optional.of(file);
      }
      return Optional.empty();
    } catch (IOException e) {
      // A folder that is not there, or not readable, is told by whoever needs it.
      return Optional.empty();
    }
  }

  /** The name of one that is there with another key in it. */
  Optional<String> other() throws IOException {
    for (String name : lines.keySet()) {
      if (Files.exists(folder.resolve(name)) && !isThere(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Writes them aside, so that a full disk shows before anything is changed. */
  void stage() throws IOException {
    for (Map.Entry<String, byte[]> one : lines.entrySet()) {
      Path aside = aside(one.getKey());
      Files.deleteIfExists(aside);
      byte[] line = Arrays.copyOf(one.getValue(), one.getValue().length + 1);
      line[line.length - 1] = '\n';
      Durable.write(aside, line, OwnersAlone.attributes(aside));
    }
  }

  /** Puts what was staged in its place. */
  void put() throws IOException {
    for (String name : lines.keySet()) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !isThere(name)) {
        Files.move(file, folder.resolve(name + suffix));
      }
      Files.move(aside(name), file, StandardCopyOption.REPLACE_EXISTING);
      Durable.forceFolderOf(file);
    }
  }

  /** Removes what was staged and not put. */
  void clear() {
    for (String name : lines.keySet()) {
      // What cannot be deleted is deleted by the next restore.
      boolean gone = aside(name).toFile().delete();
      assert gone || !Files.exists(aside(name));
    }
  }

  private boolean isThere(String name) throws IOException {
    byte[] present = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1)
        .strip()
        .getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.equals(present, lines.get(name));
  }

  private Path aside(String name) {
    return folder.resolve("." + name + STAGED);
  }
}
