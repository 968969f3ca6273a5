package dev.jeton.bench;

import java.util.Locale;

/** One figure against its budget, in a sentence. */
public final class Verdict {
  private Verdict() {}

  /** For what should be large. */
  public static String atLeast(double budget, double figure, String what) {
    return sentence("at least", budget, figure, what, figure >= budget);
  }

  /** For what should be small. */
  public static String atMost(double budget, double figure, String what) {
    return sentence("at most", budget, figure, what, figure <= budget);
  }

  private static String sentence(
      String bound, double budget, double figure, String what, boolean within) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f, budget %s %.2f: %s",
        what,
        figure,
        bound,
        budget,
        within ? "within budget" : "over budget");
  }
}
