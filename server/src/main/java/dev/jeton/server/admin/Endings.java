package dev.jeton.server.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What of all things that operators administer comes to an end by itself. */
public final class Endings {
  private final Shelves shelves;

  Endings(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * One such end.
   *
   * @param subject whose it is, in words that stay the same and are nobody else's
   * @param byFile whether file or environment name the thing, so that other nodes may not have it
   */
  public record Found(String subject, Instant at, boolean byFile) {}

  /** All that come before that time, and those that have come. */
  public List<Found> before(Instant end) {
    List<Found> found = new ArrayList<>();
    shelves.all().forEach(shelf -> collect(shelf, end, found));
    return found;
  }

  private static <S> void collect(Shelf<S> shelf, Instant end, List<Found> found) {
    Kind<S> kind = shelf.kind();
    for (Stored<S> one : shelf.contents().all()) {
      for (Ending ending : kind.endings(one)) {
        if (ending.at().isBefore(end)) {
          found.add(new Found(
              kind.noun() + " " + kind.name(one.spec()) + ", " + ending.what(),
              ending.at(),
              one.isFixed()));
        }
      }
    }
  }
}
