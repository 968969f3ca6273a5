package dev.jeton.server.people;

import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Upkeep;
import dev.jeton.server.store.Writing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Writes down what this node saw of sessions and wrong passwords, and forgets people who were deleted. */
@Singleton
class LoginUpkeep implements Upkeep {
  private static final Logger LOG = Logger.getLogger(LoginUpkeep.class);
  private static final String BY = "server";

  /** A session's last use is told to the other nodes no more often than this. */
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Logins logins;
  private final Persons persons;
  private final FirstLink first;
  private final Store store;
  private final InstantSource clock;

  LoginUpkeep(Logins logins, Persons persons, FirstLink first, Store store, InstantSource clock) {
    this.logins = logins;
    this.persons = persons;
    this.first = first;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void run() {
    first.tidy();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    for (String person : logins.people()) {
      try {
        keep(person, now);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.errorf(e, "what is known of how person %s signs in cannot be kept", person);
      }
    }
  }

  private void keep(String person, Instant now) {
    if (persons.withId(person).isEmpty()) {
      store.write(writing -> forget(writing, person, now));
    } else if (isWorthWriting(person)) {
      Login written = store.write(writing -> logins.change(
          writing, person, BY, now, login -> logins.unwritten().latest(person, login)));
      logins.unwritten().wrote(person, written);
    }
  }

  private boolean isWorthWriting(String person) {
    Login stored = logins.stored(person);
    Login latest = logins.unwritten().latest(person, stored);
    return !stored.misses().equals(latest.misses())
        || stored.sessions().size() != latest.sessions().size()
        || isSeenMuchLater(stored, latest);
  }

  private static boolean isSeenMuchLater(Login stored, Login latest) {
    for (int i = 0; i < stored.sessions().size(); i++) {
      Instant before = stored.sessions().get(i).seenAt();
      if (!latest.sessions().get(i).seenAt().isBefore(before.plus(EVERY))) {
        return true;
      }
    }
    return false;
  }

  /** Only when the store too has nobody of that id any more. */
  private static boolean forget(Writing writing, String person, Instant now) {
    boolean isThere = writing
        .find(new EntryId(PersonKind.WORD, person))
        .filter(entry -> !entry.deleted())
        .isPresent();
    if (!isThere) {
      writing
          .find(Logins.id(person))
          .filter((Entry entry) -> !entry.deleted())
          .ifPresent(entry -> writing.delete(entry, BY, now));
    }
    return isThere;
  }
}
