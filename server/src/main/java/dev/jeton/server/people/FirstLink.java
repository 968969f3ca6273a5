package dev.jeton.server.people;

import dev.jeton.server.http.Offer;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The link under which the first operator is made, once and from this machine alone, while there is
 * nobody yet. It is shown at the start: on a terminal, else in a file, because what is printed then stands
 * in a log.
 */
@Singleton
class FirstLink implements Offer {
  /** By which the page knows that a name is to be chosen too. */
  static final String PREFIX = "first-";

  /** What to do where no request can come from this machine itself. */
  static final String BY_COMMANDS =
      "people: nobody can sign in yet; jeton person create NAME --role operator, then jeton person"
          + " link NAME";

  private static final Duration LASTS = Duration.ofMinutes(15);

  private static final Logger LOG = Logger.getLogger(FirstLink.class);

  private final Persons persons;
  private final Surroundings surroundings;
  private final FirstLinkFile file;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

  @Inject
  FirstLink(Persons persons, Settings settings, InstantSource clock, RandomGenerator random) {
    this(persons, Surroundings.of(settings), clock, random);
  }

  FirstLink(
      Persons persons, Surroundings surroundings, InstantSource clock, RandomGenerator random) {
    this.persons = persons;
    this.surroundings = surroundings;
    this.file = FirstLinkFile.in(surroundings.folder());
    this.clock = clock;
    this.random = random;
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public List<String> lines(String address) {
    file.delete();
    if (!persons.isEmpty()) {
      return List.of();
    }
    boolean reached =
        surroundings.hasLocalCallers() && "localhost".equals(URI.create(address).getHost());
    return List.of(reached ? first(address) : BY_COMMANDS);
  }

  private String first(String address) {
    String secret = PREFIX + OneTimeText.make(random);
    String text = address + WelcomeDoors.PATH + "#" + secret;
    String shown = text;
    if (!surroundings.isReadBySomebody()) {
      try {
        file.write(text);
        shown = "the link in " + file.file();
      } catch (IOException e) {
        LOG.warnf("%s cannot be written", file.file());
        return BY_COMMANDS;
      }
    }
    link.set(new Link(OneTimeText.hash(secret), clock.instant().plus(LASTS)));
    return "first operator: " + shown + " (from this machine, within " + LASTS.toMinutes()
        + " minutes, once)";
  }

  /** Forgets the link when it is over, or no longer needed. */
  void tidy() {
    Link live = link.get();
    if (live != null && !(live.isLive(clock.instant()) && persons.isEmpty()) && file.delete()) {
      link.compareAndSet(live, null);
    }
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

  /** Somebody is the first operator now. */
  void used() {
    file.delete();
  }

  /** Nothing came of it, so it counts again. */
  void giveBack(Link taken) {
    link.compareAndSet(null, taken);
  }
}
