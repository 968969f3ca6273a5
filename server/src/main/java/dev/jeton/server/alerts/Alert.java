package dev.jeton.server.alerts;

import java.time.Instant;
import java.util.Locale;

/**
 * What is told of a condition.
 *
 * @param since when it was seen first
 */
record Alert(What what, Condition condition, Instant since) {

  /** What became of it. */
  enum What {
    BEGINS,
    WORSENS,
    CONTINUES,
    ENDS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line for people. */
  String line() {
    String begun = what == What.BEGINS ? "" : " (since " + since + ")";
    return what.word() + ": " + condition.code() + ": " + condition.subject() + begun + ": "
        + (what == What.ENDS ? "it is over" : condition.detail());
  }
}
