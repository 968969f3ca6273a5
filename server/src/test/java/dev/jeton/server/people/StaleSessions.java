package dev.jeton.server.people;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Writing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Makes all sessions look as if nobody had proven anything in them for an hour. */
final class StaleSessions {
  private StaleSessions() {}

  /** In the data folder of a server that does not run. */
  static void in(Path data) {
    try (Database database = Stores.database(Dialect.SQLITE, data)) {
      new Store(database).write(writing -> {
        writing.changedSince(0).stream()
            .filter(entry -> entry.id().kind().equals(Logins.KIND) && !entry.deleted())
            .forEach(entry -> age(writing, entry));
        return true;
      });
    }
  }

  private static void age(Writing writing, Entry entry) {
    Login aged = LoginForm.read(entry)
        .withEach(one -> new Session(
            one.id(),
            one.hash(),
            one.beganAt(),
            one.seenAt(),
            one.provenAt().minus(Duration.ofHours(1)),
            one.wrong()));
    writing.change(entry, LoginForm.write(aged), "test", Instant.now());
  }
}
