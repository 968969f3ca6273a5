package dev.jeton.server.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What becomes of challenges, as metrics. */
@Singleton
class ChallengeMeters implements MeterBinder {
  private final Challenges challenges;

  ChallengeMeters(Challenges challenges) {
    this.challenges = challenges;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "jeton.hub.challenges.issued", ChallengeFigures::issued);
    count(registry, "jeton.hub.challenges.answered", ChallengeFigures::answered);
    count(registry, "jeton.hub.challenges.timed.out", ChallengeFigures::timedOut);
    count(registry, "jeton.hub.challenges.wrong", ChallengeFigures::wrong);
    count(registry, "jeton.hub.challenges.stray", ChallengeFigures::stray);
    Gauge.builder("jeton.hub.challenges.waiting", challenges, Challenges::waiting)
        .register(registry);
  }

  private void count(
      MeterRegistry registry, String name, ToDoubleFunction<ChallengeFigures> figure) {
    registry.more().counter(name, List.of(), challenges, c -> figure.applyAsDouble(c.figures()));
  }
}
