package dev.jeton.server.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All entries in memory. */
public final class Snapshot {
  private final Map<EntryId, Entry> entries = new HashMap<>();
  private final List<Consumer<List<Entry>>> listeners = new ArrayList<>();

  private Snapshot(List<Entry> all) {
    all.forEach(entry -> entries.put(entry.id(), entry));
  }

  public static Snapshot load(Store store) {
    return new Snapshot(store.changedSince(0));
  }

  /** Tells all there is at once, and whatever changes from then on. */
  public synchronized void listen(Consumer<List<Entry>> listener) {
    listeners.add(listener);
    listener.accept(List.copyOf(entries.values()));
  }

  /** Takes over what this node has changed itself. */
  public synchronized void apply(List<Entry> changed) {
    List<Entry> newer = changed.stream()
        .filter(entry -> {
          Entry before = entries.get(entry.id());
          return before == null || before.version() < entry.version();
        })
        .toList();
    newer.forEach(entry -> entries.put(entry.id(), entry));
    listeners.forEach(listener -> listener.accept(newer));
  }
}
