package dev.jeton.server.http;

import dev.jeton.server.settings.Similar;
import java.util.List;

/** What is said of members that do not fit: what was wrong, and what would be right. */
final class Unfit {
  private static final String TEXT = "a text";
  private static final int LONGEST_NAME = 40;

  private Unfit() {}

  static Refused missing(String place, String right) {
    return Refused.badRequest("missing-member", place + " is missing; it must be " + right);
  }

  static Refused unknown(String path, String name, List<String> known) {
    String near = Similar.nearest(name, known);
    String right =
        near == null ? "known are " + String.join(", ", known) : "did you mean " + near + "?";
    return Refused.badRequest(
        "unknown-member", path + shown(name) + " is not known here; " + right);
  }

  static Refused wrong(String place, String right, JsonValue value) {
    String not = value instanceof JsonValue.Text && right.equals(TEXT)
        ? "text with half of a surrogate pair"
        : value.described();
    return Refused.badRequest("wrong-member", place + " must be " + right + ", not " + not);
  }

  static String range(long least, long most) {
    return "a whole number from " + least + " to " + most;
  }

  /** A name as it may stand in a message. */
  static String shown(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
    return '"'
        + (plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "..." : plain)
        + '"';
  }
}
