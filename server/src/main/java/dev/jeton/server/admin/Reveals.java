package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Quota;
import dev.jeton.server.http.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Whether stored secrets may be seen again, how often, and which ones this node showed lately. */
public final class Reveals {
  /** So long they are told; short of a day, after which an alert would be told again. */
  private static final Duration TOLD = Duration.ofHours(12);

  private static final Duration WINDOW = Duration.ofHours(1);

  private final RevealSettings settings;
  private final Deque<Instant> counted = new ArrayDeque<>();
  private final Deque<Revealed> shown = new ArrayDeque<>();

  Reveals(RevealSettings settings) {
    this.settings = settings;
  }

  /**
   * A secret that was shown.
   *
   * @param subject whose it is and which, such as {@code Agora project shop, key 3kq7}
   * @param by who asked for it, as in the audit
   */
  public record Revealed(String subject, String by, Instant at) {}

  /** Those of the last twelve hours, the first one first. */
  public synchronized List<Revealed> lately(Instant now) {
    shown.removeIf(one -> !now.isBefore(one.at().plus(TOLD)));
    return List.copyOf(shown);
  }

  void requireOn() {
    if (!settings.on()) {
      throw new Refused(new Problem(
          403,
          "reveal-off",
          "stored secrets are not shown again here; set " + RevealSection.ON.name()
              + ": true in jeton.yaml or the environment and restart, or rotate to get a new one"));
    }
  }

  /** Counts one, unless that is too much. */
  synchronized void count(Instant now) {
    counted.removeIf(one -> !now.isBefore(one.plus(WINDOW)));
    if (counted.size() >= settings.mostInAnHour()) {
      long wait = Duration.between(now, counted.getFirst().plus(WINDOW)).toSeconds() + 1;
      throw new Refused(new Problem(
              Quota.TOO_MANY,
              "too-many-requests",
              "this server shows " + settings.mostInAnHour()
                  + " stored secrets again in an hour; try again in " + wait + " seconds"))
          .recordedAs("limit-reveal", Map.of())
          .after(wait);
    }
    counted.add(now);
  }

  synchronized void note(Revealed one) {
    shown.add(one);
  }
}
