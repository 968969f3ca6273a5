package dev.jeton.server.callers;

import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Upkeep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is known of the keys' uses into the store, at most once a minute and at the end, and takes
 * over what other servers wrote there. No request waits for it.
 */
@Singleton
final class UseKeeping implements Upkeep {
  private static final Logger LOG = Logger.getLogger(UseKeeping.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final CallerKeys keys;
  private final KeyUses uses;
  private final Store store;
  private final Snapshot snapshot;
  private final InstantSource clock;
  private final Map<String, StoredUses> stored = new ConcurrentHashMap<>();
  private @Nullable Instant written;

  UseKeeping(CallerKeys keys, KeyUses uses, Store store, Snapshot snapshot, InstantSource clock) {
    this.keys = keys;
    this.uses = uses;
    this.store = store;
    this.snapshot = snapshot;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    snapshot.listen(this::changed);
  }

  @Override
  public synchronized void run() {
    Instant now = clock.instant();
    if (written == null || !now.isBefore(written.plus(PAUSE))) {
      written = now;
      write(now);
    }
  }

  /** What was used since the last minute began is not lost with an orderly end. */
  synchronized void stop(@Observes ShutdownEvent end) {
    if (snapshot.degraded().isEmpty()) {
      try {
        write(clock.instant());
      } catch (StoreUnavailable e) {
        LOG.debug("the last uses of API keys are not kept, because the database does not answer");
      }
    }
  }

  private void changed(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.id().kind().equals(StoredUses.KIND)) {
        StoredUses told = StoredUses.of(entry);
        stored.put(entry.id().id(), told);
        told.byLabel().forEach(uses::told);
      }
    }
  }

  private void write(Instant now) {
    Map<String, List<String>> labels = keys.labels();
    uses.retain(labels.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<String, StoredUses> news = news(labels);
    List<EntryId> orphans = orphans();
    if (news.isEmpty() && orphans.isEmpty()) {
      return;
    }
    store.write(writing -> {
      news.forEach((caller, used) -> used.write(writing, caller, now));
      for (EntryId orphan : orphans) {
        writing
            .find(orphan)
            .filter(entry -> !entry.deleted())
            .ifPresent(entry -> writing.delete(entry, "server", now));
      }
      return news.size();
    });
  }

  /** Of each caller that asked since the store was told. */
  private Map<String, StoredUses> news(Map<String, List<String>> labels) {
    Map<String, StoredUses> news = new TreeMap<>();
    labels.forEach((caller, all) -> {
      Map<String, Instant> known = new TreeMap<>();
      all.forEach(label -> uses.last(label).ifPresent(used -> known.put(label, used)));
      StoredUses mine = new StoredUses(known);
      if (mine.areNewerThan(stored.getOrDefault(caller, StoredUses.NONE))) {
        news.put(caller, mine);
      }
    });
    return news;
  }

  /** What is left of callers that were deleted. */
  private List<EntryId> orphans() {
    return stored.entrySet().stream()
        .filter(one -> !one.getValue().byLabel().isEmpty())
        .map(Map.Entry::getKey)
        .filter(caller -> snapshot.find(new EntryId(CallerKind.WORD, caller)).isEmpty())
        .map(StoredUses::id)
        .toList();
  }
}
