package dev.jeton.server.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * All entries in memory, so that minting and verifying never wait for the database. Changes are told to
 * listeners one list after the other, in the order of their revisions. A listener must not write to
 * the store.
 */
public final class Snapshot {
  private static final Logger LOG = Logger.getLogger(Snapshot.class);
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparingLong(Entry::revision).thenComparing(Entry::id);

  private final Store store;
  private final InstantSource clock;
  private final Reachability reachability;
  private final Map<EntryId, Entry> held = new ConcurrentHashMap<>();
  private final List<Hearing> listeners = new ArrayList<>();

  /** All entries in order as long as nothing changed since they were loaded; empty from then on. */
  private List<Entry> loaded = List.of();

  /** Up to here nothing is missing. */
  private long revision;

  /** The same, once the listeners were told. */
  private volatile long told;

  private volatile Instant equalAt;

  private Snapshot(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.reachability = new Reachability(clock);
    this.equalAt = clock.instant();
  }

  /** Reads everything, and from then on takes this node's own changes as soon as they are committed. */
  public static Snapshot load(Store store, InstantSource clock) {
    Snapshot snapshot = new Snapshot(store, clock);
    store.afterCommit(snapshot::apply);
    snapshot.takeFirst(store.changedSince(0));
    return snapshot;
  }

  /** The entry, unless it is deleted. */
  public Optional<Entry> find(EntryId id) {
    return Optional.ofNullable(held.get(id)).filter(entry -> !entry.deleted());
  }

  /** All entries that are not deleted, in the order in which they were written last. */
  public List<Entry> entries() {
    return held.values().stream()
        .filter(entry -> !entry.deleted())
        .sorted(IN_ORDER)
        .toList();
  }

  /** How many there are that are not deleted. */
  public long size() {
    return held.values().stream().filter(entry -> !entry.deleted()).count();
  }

  /**
   * Tells {@link #entries()} now, and from then on what changes, also what is deleted. What a listener
   * fails to take up it is told again with the next change or comparison.
   */
  public synchronized void listen(Consumer<List<Entry>> changed) {
    Hearing hearing = new Hearing(changed);
    listeners.add(hearing);
    hearing.tell(loaded.isEmpty() ? entries() : loaded);
  }

  /** The revision up to which all listeners know everything. */
  public long revision() {
    return told;
  }

  /**
   * Takes what this node wrote. May be called again with the same, and beside a refresh. When other
   * nodes wrote before it, theirs are read first.
   */
  public synchronized void apply(List<Entry> written) {
    boolean nextInOrder = written.stream().allMatch(entry -> entry.revision() <= revision + 1);
    if (nextInOrder || !refresh()) {
      long before = revision;
      hold(written);
      if (!nextInOrder) {
        revision = before;
      }
      told = revision;
    }
  }

  /** Reads what is new; false when the database does not answer. */
  public synchronized boolean refresh() {
    return reading(() -> take(store.changedSince(revision)));
  }

  /**
   * Reads what is new and compares all entries with those of the store, which finds what got lost on
   * the way and that a backup was restored; false when the database does not answer.
   */
  public synchronized boolean compare() {
    return reading(() -> {
      boolean wentBack = store.revision() < revision;
      if (!wentBack) {
        take(store.changedSince(revision));
      }
      if (wentBack || differs(store.revisions())) {
        replace(store.changedSince(0));
      }
    });
  }

  /** How long ago it was last known to be equal to the store. */
  public Duration age() {
    Duration age = Duration.between(equalAt, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Since when the database does not answer; empty while it does. */
  public Optional<Instant> degraded() {
    return reachability.goneSince();
  }

  private boolean reading(Runnable work) {
    Instant begin = clock.instant();
    boolean answered = reachability.tell(work);
    if (answered) {
      equalAt = begin;
      tell(List.of());
    }
    return answered;
  }

  /** What is newer than all that was read is no difference; it comes with the next refresh. */
  private boolean differs(Map<EntryId, Long> theirs) {
    for (Map.Entry<EntryId, Long> one : theirs.entrySet()) {
      Entry mine = held.get(one.getKey());
      if (one.getValue() <= revision && (mine == null || mine.revision() != one.getValue())) {
        return true;
      }
    }
    return !theirs.keySet().containsAll(held.keySet());
  }

  private synchronized void takeFirst(List<Entry> entries) {
    boolean alone = held.isEmpty();
    take(entries);
    if (alone) {
      loaded = entries.stream().filter(entry -> !entry.deleted()).toList();
    }
  }

  private synchronized void take(List<Entry> entries) {
    hold(entries);
    told = revision;
  }

  /** Takes those that are newer than what is held. */
  private void hold(List<Entry> entries) {
    List<Entry> news = new ArrayList<>();
    for (Entry entry : entries) {
      Entry before = held.get(entry.id());
      if (before == null || before.revision() < entry.revision()) {
        held.put(entry.id(), entry);
        news.add(entry);
      }
      revision = Math.max(revision, entry.revision());
    }
    tell(news);
  }

  private void replace(List<Entry> entries) {
    Set<EntryId> vanished = new HashSet<>(held.keySet());
    List<Entry> news = new ArrayList<>();
    revision = 0;
    for (Entry entry : entries) {
      vanished.remove(entry.id());
      if (!entry.equals(held.put(entry.id(), entry))) {
        news.add(entry);
      }
      revision = Math.max(revision, entry.revision());
    }
    for (EntryId id : vanished) {
      Entry last = held.remove(id);
      if (last != null && !last.deleted()) {
        news.add(Entry.vanished(last));
      }
    }
    news.sort(IN_ORDER);
    tell(news);
    told = revision;
  }

  private void tell(List<Entry> news) {
    if (!news.isEmpty()) {
      loaded = List.of();
    }
    listeners.forEach(listener -> listener.tell(news));
  }

  /** A listener, and what it has yet to take up. */
  private static final class Hearing {
    private final Consumer<List<Entry>> listener;
    private final Map<EntryId, Entry> left = new LinkedHashMap<>();

    Hearing(Consumer<List<Entry>> listener) {
      this.listener = listener;
    }

    void tell(List<Entry> news) {
      for (Entry entry : news) {
        left.remove(entry.id());
        left.put(entry.id(), entry);
      }
      if (left.isEmpty()) {
        return;
      }
      try {
        listener.accept(List.copyOf(left.values()));
        left.clear();
      } catch (RuntimeException e) {
        LOG.error("what was changed in the store could not be taken up; it is tried again", e);
      }
    }
  }
}
