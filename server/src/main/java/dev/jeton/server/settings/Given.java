package dev.jeton.server.settings;

import java.util.List;

/**
 * A value that somebody gave.
 *
 * @param items one item for a single value, or the items of a list in jeton.yaml
 * @param isList whether it was written as a list
 * @param from where, in the operator's words
 */
record Given(List<String> items, boolean isList, String from) {

  static Given one(String text, String from) {
    return new Given(List.of(text), false, from);
  }

  String text() {
    return items.get(0);
  }

  /** Shown by a debugger or a failed test, so it holds no value. */
  @Override
  public String toString() {
    return "Given[from " + from + "]";
  }
}
