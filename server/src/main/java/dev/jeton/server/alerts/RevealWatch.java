package dev.jeton.server.alerts;

import dev.jeton.server.admin.Reveals;
import dev.jeton.server.alerts.Condition.Urgency;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Tells of stored secrets that somebody saw again. */
@Singleton
class RevealWatch implements Watch {
  private final Reveals reveals;

  RevealWatch(Reveals reveals) {
    this.reveals = reveals;
  }

  @Override
  public List<Condition> look(Instant now) {
    return reveals.lately(now).stream()
        .map(one -> new Condition(
            "key-revealed",
            one.subject() + ", at " + one.at(),
            Urgency.NOTICE,
            one.by() + " saw it; if nobody of you did, revoke the key, and end that one's sessions",
            false))
        .toList();
  }
}
