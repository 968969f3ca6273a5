package dev.jeton.server.alerts;

import dev.jeton.server.admin.Endings;
import dev.jeton.server.settings.LiveSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells of keys and whatever else comes to an end by itself. */
@Singleton
class EndingsWatch implements Watch {
  static final Duration FARTHEST = Duration.ofDays(366);

  private final Endings endings;
  private final LiveSettings live;

  EndingsWatch(Endings endings, LiveSettings live) {
    this.endings = endings;
    this.live = live;
  }

  @Override
  public List<Condition> look(Instant now) {
    Duration within = live.get(AlertsSection.KEY_ENDS_WITHIN);
    return endings.before(now.plus(FARTHEST)).stream()
        .map(found -> new Condition(
            "key-ends",
            found.subject() + ", until " + found.at(),
            Nearness.of(found.at(), now, within),
            Nearness.detail(found.at(), now),
            !found.byFile()))
        .toList();
  }
}
