package dev.jeton.server.audit.chain;

import java.util.Arrays;
import java.util.Map;

/** The members of the line that is being written; names come from code, values from anywhere. */
public final class ChainLine {
  static final int MOST_DETAILS = 24;

  private static final int LONGEST_NAME = 64;

  private final LineBytes bytes;
  private String[] names = new String[MOST_DETAILS];

  ChainLine(LineBytes bytes) {
    this.bytes = bytes;
  }

  /** Whether {@link #details} would write these as they are, with nothing cut or left out. */
  public static boolean holds(Map<String, String> details) {
    return details.size() <= MOST_DETAILS
        && details.entrySet().stream()
            .allMatch(detail -> detail.getKey().length() <= LONGEST_NAME
                && detail.getValue().length() <= LineBytes.LONGEST_TEXT);
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
    int count = details.size();
    if (count == 0) {
      return;
    }
    name("details");
    names = details.keySet().toArray(names);
    Arrays.sort(names, 0, count);
    int kept = Math.min(count, MOST_DETAILS);
    for (int i = 0; i < kept; i++) {
      bytes.ascii(i == 0 ? "{" : ",");
      bytes.quoted(shortened(names[i]));
      bytes.ascii(":");
      bytes.quoted(details.getOrDefault(names[i], ""));
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
