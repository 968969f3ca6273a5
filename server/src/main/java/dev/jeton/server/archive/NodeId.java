package dev.jeton.server.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Under which name the rows of a folder stand in the store. It lies in the folder, so it goes where that goes. */
final class NodeId {
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Path file;
  private final RandomGenerator random;

  NodeId(Path folder, RandomGenerator random) {
    this.file = folder.resolve("node.id");
    this.random = random;
  }

  String readOrMake() throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      return FORM.matcher(text).matches() ? text : renew();
    } catch (NoSuchFileException e) {
      return renew();
    }
  }

  /** Begins a new name. */
  String renew() throws IOException {
    StringBuilder id = new StringBuilder();
    random.ints(16, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
    Path spare = file.resolveSibling("node.id.new");
    Files.writeString(spare, id + "\n", StandardCharsets.US_ASCII);
    Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return id.toString();
  }
}
