package dev.jeton.server.audit.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The members of the line that is being written; names come from code, values from anywhere. */
public final class ChainLine {
  static final int MOST_DETAILS = 24;

  /** The member of a row that holds the hashes of people. */
  static final String PEOPLE = "people";

  private static final int MOST_PEOPLE = 2_000;
  private static final int LONGEST_NAME = 64;

  private final LineBytes bytes;
  private final NameSink people;
  private String[] names = new String[MOST_DETAILS];

  ChainLine(LineBytes bytes, NameSink people) {
    this.bytes = bytes;
    this.people = people;
  }

  /** Whether {@link #details} would write these as they are, with nothing cut or left out. */
  public static boolean holds(Map<String, String> details) {
    return details.size() <= MOST_DETAILS
        && details.entrySet().stream()
            .allMatch(detail -> detail.getKey().length() <= LONGEST_NAME
                && detail.getValue().length() <= LineBytes.LONGEST_TEXT);
  }

  /** Whether {@link #people} would write these as they are, with nothing cut or left out. */
  public static boolean holdsPeople(Map<String, List<String>> people) {
    int count = 0;
    for (Map.Entry<String, List<String>> role : people.entrySet()) {
      count += role.getValue().size();
      if (role.getKey().length() > LONGEST_NAME
          || role.getValue().stream().anyMatch(text -> text.length() > LineBytes.LONGEST_TEXT)) {
        return false;
      }
    }
    return people.size() <= MOST_DETAILS && count <= MOST_PEOPLE;
  }

  void begin(long seq, String at) {
    bytes.ascii("{\"seq\":");
    bytes.number(seq);
    bytes.ascii(",\"at\":\"");
    bytes.ascii(at);
    bytes.ascii("\"");
  }

  public void text(String name, String value) {
    name(name);
    bytes.quoted(value);
  }

  /** Adds a number that is not negative. */
  public void number(String name, long value) {
    name(name);
    bytes.number(value);
  }

  public void hex(String name, byte[] value, int count) {
    name(name);
    bytes.ascii("\"");
    bytes.hex(value, count);
    bytes.ascii("\"");
  }

  /** Adds an object, its members sorted by name; those beyond the limit are counted, not written. */
  public void details(Map<String, String> details) {
    object("details", details, bytes::quoted);
  }

  /**
   * Adds an object with hashes of people, several in one role with blanks between them; the clear
   * texts go where they can be erased.
   */
  public void people(Map<String, List<String>> byRole, PersonHash hashes) {
    int[] left = {MOST_PEOPLE};
    object(PEOPLE, byRole, texts -> {
      bytes.ascii("\"");
      int kept = Math.min(texts.size(), left[0]);
      for (int i = 0; i < kept; i++) {
        String text = PersonHash.kept(texts.get(i));
        byte[] hash = hashes.compute(text);
        bytes.ascii(i == 0 ? "" : " ");
        bytes.hex(hash, KeyedHash.BYTES);
        people.met(hash, text);
      }
      left[0] -= kept;
      bytes.ascii("\"");
    });
  }

  private <V> void object(String member, Map<String, V> values, Consumer<V> write) {
    int count = values.size();
    if (count == 0) {
      return;
    }
    name(member);
    names = values.keySet().toArray(names);
    Arrays.sort(names, 0, count);
    int kept = Math.min(count, MOST_DETAILS);
    for (int i = 0; i < kept; i++) {
      bytes.ascii(i == 0 ? "{" : ",");
      bytes.quoted(shortened(names[i]));
      bytes.ascii(":");
      write.accept(Objects.requireNonNull(values.get(names[i])));
    }
    if (kept < count) {
      bytes.ascii(",\"+more\":\"");
      bytes.number(count - kept);
      bytes.ascii("\"");
    }
    bytes.ascii("}");
  }

  private void name(String name) {
    bytes.ascii(",\"");
    bytes.ascii(name);
    bytes.ascii("\":");
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
