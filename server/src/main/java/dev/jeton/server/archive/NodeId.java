package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which name the rows of a folder stand in the store. It lies in the folder, so it goes where that goes. */
final class NodeId {
  private static final Pattern FORM = Pattern.compile("([a-z2-7]{16})(?: ([a-z2-7]{16}))?");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Path file;
  private final RandomGenerator random;

  NodeId(Path folder, RandomGenerator random) {
    this.file = folder.resolve("node.id");
    this.random = random;
  }

  /**
   * What the file says.
   *
   * @param node under which rows are copied
   * @param before under which the first of them may stand already
   */
  record Named(String node, @Nullable String before) {}

  Named readOrMake() throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (NoSuchFileException e) {
      return renew(null);
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IOException(
          "audit/node.id does not have the name of this server's rows; put it back"
              + " as it was, or delete it, and all rows are copied once more under a new one");
    }
    return new Named(form.group(1), form.group(2));
  }

  /** Begins a new name. */
  Named renew(@Nullable String before) throws IOException {
    StringBuilder id = new StringBuilder();
    random.ints(16, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
    Named named = new Named(id.toString(), before);
    String line = before == null ? id + "\n" : id + " " + before + "\n";
    Replacement.dropLeftover(file);
    Replacement.of(file, out -> out.write(line.getBytes(StandardCharsets.US_ASCII)));
    return named;
  }
}
