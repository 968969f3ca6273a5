package dev.jeton.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant: the one with the fewest slips of the fingers in between. */
final class Nearest {
  private static final int MOST_SLIPS = 2;

  private Nearest() {}

  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> slips(word, candidate) <= MOST_SLIPS)
        .min(Comparator.comparingInt((String candidate) -> slips(word, candidate))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters left out, added, changed, or swapped with the next one (optimal string alignment). */
  static int slips(String a, String b) {
    int[][] best = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          best[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        best[i][j] =
            Math.min(best[i - 1][j - 1] + change, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best[i][j] = Math.min(best[i][j], best[i - 2][j - 2] + 1);
        }
      }
    }
    return best[a.length()][b.length()];
  }
}
