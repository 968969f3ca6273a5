package dev.jeton.cli.docs;

import java.util.Map;
import java.util.Set;

/**
 * A fenced block of a page, with the marks that stand directly above it as HTML comments, where
 * readers do not see them.
 *
 * <table>
 * <caption>Languages</caption>
 * <tr><td>{@code sh}</td><td>run by bash in a working folder that holds {@code ./jeton}</td></tr>
 * <tr><td>{@code js}</td><td>run by Node as a module</td></tr>
 * <tr><td>{@code java}</td><td>compiled</td></tr>
 * <tr><td>{@code json}, {@code text}</td><td>directly after a block that runs: what it prints</td></tr>
 * </table>
 *
 * <table>
 * <caption>Marks</caption>
 * <tr><td>{@code not-run: reason}</td><td>is only shown</td></tr>
 * <tr><td>{@code serves}</td><td>starts a server, which the rest of the page talks to</td></tr>
 * <tr><td>{@code before: code}, {@code after: code}</td><td>code around the block that readers do
 * not need</td></tr>
 * <tr><td>{@code random: key, key}</td><td>JSON values that differ at each run</td></tr>
 * </table>
 */
record Fence(String page, int line, String language, String text, Map<String, String> marks) {

  private static final Set<String> MARKS = Set.of("not-run", "serves", "before", "after", "random");

  Fence {
    marks = Map.copyOf(marks);
    for (String mark : marks.keySet()) {
      if (!MARKS.contains(mark)) {
        throw new IllegalArgumentException(
            page + ", line " + line + ": unknown mark '" + mark + "'; known are " + MARKS);
      }
    }
    if (marks.getOrDefault("not-run", "why").isEmpty()) {
      throw new IllegalArgumentException(page + ", line " + line + ": 'not-run' needs a reason");
    }
  }

  /** Where it stands, for people. */
  String place() {
    return page + ", line " + line;
  }

  String mark(String name) {
    return marks.getOrDefault(name, "");
  }

  boolean isMarked(String name) {
    return marks.containsKey(name);
  }

  /** The block with the code around it that only the test needs. */
  String completeText() {
    return String.join("\n", mark("before"), text, mark("after")).strip() + "\n";
  }
}
