package dev.jeton.server.alerts;

import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was told of conditions that all nodes see, in one entry of the store: the node whose transaction
 * changes it tells, so each is told once. While nothing changes it is only read from memory.
 */
@Singleton
class SharedAlerts {
  private static final EntryId ID = new EntryId("alerts", "open");
  private static final String BY = "alerts";

  private final Store store;
  private final Snapshot snapshot;

  SharedAlerts(Store store, Snapshot snapshot) {
    this.store = store;
    this.snapshot = snapshot;
  }

  Told told() {
    return told(snapshot.find(ID));
  }

  /** What this node is to tell; nothing while the database does not answer, it is told later. */
  List<Alert> step(List<Condition> now, Instant at) {
    Told before = told();
    if (ToldJson.write(before).equals(ToldJson.write(next(before, now, at).after()))) {
      return List.of();
    }
    try {
      return store.write(writing -> step(writing, now, at));
    } catch (StoreUnavailable e) {
      return List.of();
    }
  }

  private static List<Alert> step(Writing writing, List<Condition> now, Instant at) {
    Optional<Entry> entry = writing.find(ID).filter(one -> !one.deleted());
    Told.Step step = next(told(entry), now, at);
    Content content = new Content(ToldJson.write(step.after()), Words.NONE, Map.of());
    entry.ifPresentOrElse(
        one -> writing.change(one, content, BY, at), () -> writing.create(ID, content, BY, at));
    return step.alerts();
  }

  private static Told.Step next(Told before, List<Condition> now, Instant at) {
    return before.step(now, at, Duration.ZERO);
  }

  private static Told told(Optional<Entry> entry) {
    return entry.map(one -> ToldJson.read(one.document())).orElse(Told.NOTHING);
  }
}
