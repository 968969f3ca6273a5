package dev.jeton.server.hub;

import dev.jeton.server.access.Asker;
import dev.jeton.server.api.MintMoment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who answered which challenge under an {@code Idempotency-Key}, for as long as such a request may be
 * repeated: its challenge is gone by then.
 */
final class RepeatableAnswers {
  static final int MOST = 50_000;
  static final int MOST_OF_ONE = 10_000;

  private final Map<Occasion, Kept> answers = new LinkedHashMap<>();
  private final Map<Asker, Integer> counts = new HashMap<>();

  /**
   * When an answer was given. No other request has this occasion, nor has a second item of the same
   * batch with the same answer.
   *
   * @param mark drawn from the request's own randomness, which comes again with the request
   */
  record Occasion(Asker asker, String challengeId, long mark) {}

  private record Kept(Proven proven, Instant since) {}

  /** Returns false when there is no room. */
  synchronized boolean remember(Occasion occasion, Proven proven, Instant now) {
    dropOlderThan(now.minus(MintMoment.REPEATABLE));
    Asker asker = occasion.asker();
    if (answers.size() >= MOST || counts.getOrDefault(asker, 0) >= MOST_OF_ONE) {
      return false;
    }
    if (answers.put(occasion, new Kept(proven, now)) == null) {
      counts.merge(asker, 1, Integer::sum);
    }
    return true;
  }

  synchronized Optional<Proven> recall(Occasion occasion) {
    return Optional.ofNullable(answers.get(occasion)).map(Kept::proven);
  }

  private void dropOlderThan(Instant oldest) {
    Iterator<Map.Entry<Occasion, Kept>> eldest = answers.entrySet().iterator();
    while (eldest.hasNext()) {
      Map.Entry<Occasion, Kept> next = eldest.next();
      if (!next.getValue().since().isBefore(oldest)) {
        return;
      }
      Asker asker = next.getKey().asker();
      eldest.remove();
      counts.computeIfPresent(asker, (a, count) -> count == 1 ? null : count - 1);
    }
  }
}
