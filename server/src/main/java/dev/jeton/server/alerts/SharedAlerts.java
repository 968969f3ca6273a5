package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Told.Open;
import dev.jeton.server.alerts.Told.Step;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was told of conditions that all nodes see, in one entry of the store. The node whose transaction
 * claims it tells it, and writes down afterwards on which channels it arrived; what did not is claimed
 * again. While nothing changes the entry is only read from memory.
 */
@Singleton
class SharedAlerts {
  private static final EntryId ID = new EntryId("alerts", "open");
  private static final String BY = "alerts";

  /** A node whose snapshot lags does not see what others have told already. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private final Store store;
  private final Snapshot snapshot;
  private final Map<String, Instant> goneSince = new HashMap<>();

  SharedAlerts(Store store, Snapshot snapshot) {
    this.store = store;
    this.snapshot = snapshot;
  }

  private record Claim(long number, Map<String, Step> due) {}

  Told told() {
    return known().ledger().of(Ledger.LOG);
  }

  /** Tells what is due; nothing while the database does not answer, it is told later. */
  void look(List<Condition> now, Instant at, Teller teller) {
    SharedLedger known = known();
    List<Condition> there = withLingering(now, at, known.ledger().of(Ledger.LOG));
    Set<String> channels = teller.channels();
    if (known.isClaimed(at) || isTold(known.ledger(), due(known.ledger(), channels, there, at))) {
      return;
    }
    try {
      Claim claim = store.write(writing -> claim(writing, channels, there, at));
      Map<String, Told> arrived = new TreeMap<>();
      claim.due().forEach((channel, step) -> {
        if (step.alerts().isEmpty() || teller.tell(channel, step.alerts())) {
          arrived.put(channel, step.after());
        }
      });
      if (claim.number() > 0) {
        store.write(writing -> settle(writing, claim.number(), arrived, at));
      }
    } catch (StoreUnavailable e) {
      // Whatever was sent and not written down is told once more, rather than never.
    }
  }

  /** The log is told at once; the number is 0 where no other channel has to be. */
  private static Claim claim(
      Writing writing, Set<String> channels, List<Condition> there, Instant at) {
    SharedLedger before = read(entry(writing));
    Map<String, Step> due = due(before.ledger(), channels, there, at);
    if (before.isClaimed(at) || isTold(before.ledger(), due)) {
      return new Claim(0, Map.of());
    }
    Ledger ledger = before.ledger();
    boolean toSend = false;
    for (Map.Entry<String, Step> one : due.entrySet()) {
      boolean isLog = one.getKey().equals(Ledger.LOG);
      if (isLog || one.getValue().alerts().isEmpty()) {
        ledger = ledger.with(one.getKey(), one.getValue().after());
      } else {
        toSend = true;
      }
    }
    SharedLedger next = before.with(ledger);
    SharedLedger after = toSend ? next.claimed(at) : next;
    write(writing, after, at);
    return new Claim(toSend ? after.claim() : 0, due);
  }

  private static boolean settle(
      Writing writing, long number, Map<String, Told> arrived, Instant at) {
    SharedLedger now = read(entry(writing));
    if (now.claim() != number) {
      return false;
    }
    Ledger ledger = now.ledger();
    for (Map.Entry<String, Told> one : arrived.entrySet()) {
      ledger = ledger.with(one.getKey(), one.getValue());
    }
    write(writing, now.settled(ledger), at);
    return true;
  }

  private static Map<String, Step> due(
      Ledger ledger, Set<String> channels, List<Condition> there, Instant at) {
    return ledger.due(channels, there, at, Duration.ZERO);
  }

  private static boolean isTold(Ledger ledger, Map<String, Step> due) {
    Ledger after = ledger;
    for (Map.Entry<String, Step> one : due.entrySet()) {
      if (!one.getValue().alerts().isEmpty()) {
        return false;
      }
      after = after.with(one.getKey(), one.getValue().after());
    }
    return ToldJson.write(SharedLedger.EMPTY.with(after))
        .equals(ToldJson.write(SharedLedger.EMPTY.with(ledger)));
  }

  /** What was told and has not been missing for long counts as being there. */
  private List<Condition> withLingering(List<Condition> now, Instant at, Told told) {
    Set<String> seen = now.stream().map(Condition::key).collect(Collectors.toSet());
    goneSince.keySet().retainAll(told.open().keySet());
    goneSince.keySet().removeAll(seen);
    List<Condition> there = new ArrayList<>(now);
    for (Map.Entry<String, Open> one : told.open().entrySet()) {
      if (!seen.contains(one.getKey())
          && at.isBefore(goneSince.computeIfAbsent(one.getKey(), key -> at).plus(QUIET))) {
        there.add(one.getValue().condition());
      }
    }
    return there;
  }

  private SharedLedger known() {
    return read(snapshot.find(ID));
  }

  private static Optional<Entry> entry(Writing writing) {
    return writing.find(ID).filter(one -> !one.deleted());
  }

  private static SharedLedger read(Optional<Entry> entry) {
    return entry.map(one -> ToldJson.read(one.document())).orElse(SharedLedger.EMPTY);
  }

  private static void write(Writing writing, SharedLedger ledger, Instant at) {
    Content content = new Content(ToldJson.write(ledger), Words.NONE, Map.of());
    entry(writing)
        .ifPresentOrElse(
            one -> writing.change(one, content, BY, at), () -> writing.create(ID, content, BY, at));
  }
}
