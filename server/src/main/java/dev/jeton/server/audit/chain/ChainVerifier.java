package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks over all segments of a chain and checks that every row follows from the one before. */
public final class ChainVerifier {
  private static final Pattern HEAD = Pattern.compile("[0-9a-f]{64}");

  private final SegmentFolder folder;
  private final @Nullable String expectedHead;
  private final VerifyProgress progress;

  /**
   * Verifies the chain in a folder.
   *
   * @param expectedHead a head that was noted earlier and must still be in the chain, 64 lower-case
   *     hexadecimal digits
   * @throws IllegalArgumentException if the expected head has another form
   */
  public ChainVerifier(Path folder, @Nullable String expectedHead, VerifyProgress progress) {
    this.folder = new DiskFolder(folder);
    if (expectedHead != null && !HEAD.matcher(expectedHead).matches()) {
      throw new IllegalArgumentException("a head is 64 lower-case hexadecimal digits");
    }
    this.expectedHead = expectedHead;
    this.progress = progress;
  }

  /**
   * Reads the whole chain once.
   *
   * @throws IOException if a file cannot be read; that says nothing about the chain
   */
  public ChainVerdict verify() throws IOException {
    List<Integer> numbers = folder.numbers();
    long total = 0;
    for (int number : numbers) {
      total += Files.size(folder.path(number));
    }
    ChainWalk walk = new ChainWalk(expectedHead);
    long done = 0;
    for (int i = 0; i < numbers.size(); i++) {
      Path file = folder.path(numbers.get(i));
      boolean last = i == numbers.size() - 1;
      ChainVerdict.Broken broken = segment(file, last, walk, done, total);
      if (broken != null) {
        return broken;
      }
      done += Files.size(file);
    }
    progress.read(total, total);
    return walk.end(folder.path(numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1)));
  }

  private ChainVerdict.@Nullable Broken segment(
      Path file, boolean last, ChainWalk walk, long done, long total) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in);
      long read = 0;
      walk.enter(file);
      while (true) {
        LineReader.Met met = lines.next();
        if (met == LineReader.Met.END) {
          return null;
        }
        if (met == LineReader.Met.UNFINISHED && last) {
          walk.unfinished(lines.end() - lines.start());
          return null;
        }
        ChainVerdict.Broken broken =
            met == LineReader.Met.LINE ? walk.line(lines) : walk.notALine();
        if (broken != null) {
          return broken;
        }
        long before = read >> 20;
        read += lines.end() + 1 - lines.start();
        if (read >> 20 != before) {
          progress.read(Math.min(done + read, total), total);
        }
      }
    }
  }
}
