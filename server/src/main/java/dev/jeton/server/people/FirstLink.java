package dev.jeton.server.people;

import dev.jeton.server.http.Offer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The link under which the first operator is made, once and from this machine alone, while there is
 * nobody yet. It is printed at the start and kept nowhere.
 */
@Singleton
class FirstLink implements Offer {
  /** By which the page knows that a name is to be chosen too. */
  static final String PREFIX = "first-";

  private static final Duration LASTS = Duration.ofMinutes(15);

  private final Persons persons;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

  @Inject
  FirstLink(Persons persons, InstantSource clock, RandomGenerator random) {
    this.persons = persons;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public List<String> lines(String address) {
    if (!persons.isEmpty()) {
      return List.of();
    }
    if (!"localhost".equals(URI.create(address).getHost())) {
      return List.of(
          "people: nobody can sign in yet; jeton person create NAME --role operator, then"
              + " jeton person link NAME");
    }
    String secret = PREFIX + OneTimeText.make(random);
    link.set(new Link(OneTimeText.hash(secret), clock.instant().plus(LASTS)));
    return List.of("first operator: " + address + WelcomeDoors.PATH + "#" + secret
        + " (from this machine, within " + LASTS.toMinutes() + " minutes, once)");
  }

  /** Takes the link, if it is this one and counts, so that nobody else can; null if not. */
  @Nullable
  Link take(String secret) {
    Link live = link.get();
    return live != null
            && OneTimeText.same(live.hash(), OneTimeText.hash(secret))
            && live.isLive(clock.instant())
            && persons.isEmpty()
            && link.compareAndSet(live, null)
        ? live
        : null;
  }

  /** Nothing came of it, so it counts again. */
  void giveBack(Link taken) {
    link.compareAndSet(null, taken);
  }
}
