package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the rows of one token or of one person; whether the chain is whole is for {@link
 * ChainVerifier} to say.
 */
public final class ChainSearch {
  /** No value can imitate this, because quotes in values are escaped. */
  private static final String HASHES = ",\"" + TokenHash.MEMBER + "\":\"";

  private final DiskFolder folder;
  private final PersonNames names;
  private final Predicate<String> wanted;

  private ChainSearch(Path folder, PersonHash hashes, Predicate<String> wanted) {
    this.folder = new DiskFolder(folder);
    this.names = new PersonNames(this.folder, hashes);
    this.wanted = wanted;
  }

  /** Looks for the rows in which a token was issued or used. */
  public static ChainSearch token(Path folder, byte[] key, String token) {
    String hash = new TokenHash(key).of(token);
    return new ChainSearch(folder, new PersonHash(key), line -> tokens(line).contains(hash));
  }

  /** Looks for the rows about a person, those of the earlier form included. */
  public static ChainSearch person(Path folder, byte[] key, String person) {
    PersonHash hashes = new PersonHash(key);
    String hash = hashes.of(person);
    ClearPeople clear = new ClearPeople(person);
    return new ChainSearch(folder, hashes, line -> {
      RowPeople people = RowPeople.of(line);
      return people == null ? clear.in(line) : people.hashes().anyMatch(hash::equals);
    });
  }

  /** Looks for the rows of the earlier form that tell a person in clear and cannot forget it. */
  public static ChainSearch clear(Path folder, byte[] key, String person) {
    return new ChainSearch(folder, new PersonHash(key), new ClearPeople(person)::in);
  }

  /**
   * Hands over each row as its line stands in the file, with the clear texts of its people in a last
   * member {@code names} where there still are any; returns how many rows there were.
   */
  public int search(Consumer<String> found) throws IOException {
    int count = 0;
    for (int number : folder.numbers()) {
      Set<String> people = new HashSet<>();
      int here = segment(number, line -> add(people, line));
      if (here > 0) {
        Map<String, String> known = names.of(number, people);
        count += segment(number, line -> found.accept(shown(line, known)));
      }
    }
    return count;
  }

  private static void add(Set<String> people, String line) {
    RowPeople ofLine = RowPeople.of(line);
    if (ofLine != null) {
      ofLine.hashes().forEach(people::add);
    }
  }

  private static String shown(String line, Map<String, String> known) {
    RowPeople people = RowPeople.of(line);
    return people == null ? line : people.shown(line, known::get);
  }

  private static List<String> tokens(String line) {
    int from = line.indexOf(HASHES);
    if (from < 0) {
      return List.of();
    }
    int start = from + HASHES.length();
    return List.of(line.substring(start, line.indexOf('"', start)).split(" ", -1));
  }

  private int segment(int number, Consumer<String> found) throws IOException {
    try (InputStream in = Files.newInputStream(folder.path(number))) {
      LineReader lines = new LineReader(in);
      int count = 0;
      LineReader.Met met = lines.next();
      for (; met == LineReader.Met.LINE; met = lines.next()) {
        String line = lines.text();
        if (wanted.test(line)) {
          found.accept(line);
          count++;
        }
      }
      if (met == LineReader.Met.TOO_LONG) {
        throw new IOException("a line that is not a row");
      }
      return count;
    }
  }
}
