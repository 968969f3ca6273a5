package dev.jeton.server.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was told on each channel; the server's own log is one of them. */
record Ledger(Map<String, Told> channels) {
  /** The log takes all that it is told, so it has what is open. */
  static final String LOG = "log";

  static final Ledger EMPTY = new Ledger(Map.of());

  Ledger {
    channels = Collections.unmodifiableMap(new TreeMap<>(channels));
  }

  Told of(String channel) {
    return channels.getOrDefault(channel, Told.NOTHING);
  }

  Ledger with(String channel, Told told) {
    Map<String, Told> next = new TreeMap<>(channels);
    next.put(channel, told);
    return new Ledger(next);
  }

  /** What is to be told now on the log and on those channels; a step counts when it has arrived. */
  Map<String, Told.Step> due(
      Collection<String> on, List<Condition> now, Instant at, Duration quiet) {
    Map<String, Told.Step> due = new LinkedHashMap<>();
    Told.Step first = of(LOG).step(now, at, quiet, Told.NOTHING);
    due.put(LOG, first);
    on.forEach(channel -> due.put(channel, of(channel).step(now, at, quiet, first.after())));
    return due;
  }
}
