package dev.jeton.server.audit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers notes until the next interval ends. Bounded, whatever the requests look like. */
final class FoldedNotes {
  private static final int MOST_KINDS = 1024;

  /** So many are told apart by whom they are about; of more, those of one sort become one row. */
  private static final int MOST_WHO = 512;

  private static final long MOST_CHARS = 2_000_000;

  private final InstantSource clock;
  private final Tally tally;
  private Map<NoteKind, FoldedNote> notes = new LinkedHashMap<>();
  private long chars;
  private int who;
  private long untold;
  private boolean alarmSet;
  private boolean due;

  FoldedNotes(InstantSource clock, Tally tally) {
    this.clock = clock;
    this.tally = tally;
  }

  /** Returns whether the caller has to set the alarm for the end of the interval. */
  synchronized boolean add(AuditRow row) {
    NoteKind exact = NoteKind.of(row);
    boolean tooMany = exact.tellsWho() && who == MOST_WHO;
    if (tooMany && !notes.containsKey(exact)) {
      return add(exact.ofAll(), NoteKind.ofSeveral(row));
    }
    return add(exact, row);
  }

  private boolean add(NoteKind kind, AuditRow row) {
    FoldedNote known = notes.get(kind);
    if (known != null) {
      notes.put(kind, known.oneMore());
      tally.folded.increment();
    } else if (notes.size() < MOST_KINDS && chars + size(row) <= MOST_CHARS) {
      notes.put(kind, new FoldedNote(row, clock.instant(), 1));
      chars += size(row);
      who += kind.tellsWho() ? 1 : 0;
    } else {
      drop(1);
    }
    boolean first = !alarmSet;
    alarmSet = true;
    return first;
  }

  /** The interval is over: the next batch takes what has gathered. */
  synchronized void end() {
    due = true;
  }

  synchronized boolean due() {
    return due;
  }

  /** Takes what has gathered; the next note begins a new interval. */
  synchronized List<FoldedNote> take() {
    due = false;
    List<FoldedNote> taken = List.copyOf(notes.values());
    notes = new LinkedHashMap<>();
    chars = 0;
    who = 0;
    alarmSet = false;
    return taken;
  }

  /** Keeps of these only their number. */
  synchronized void drop(List<FoldedNote> dropped) {
    for (FoldedNote note : dropped) {
      drop(note.count());
    }
  }

  /** Returns how many were dropped since this was last told in a row. */
  synchronized long untold() {
    return untold;
  }

  synchronized void told(long count) {
    untold -= count;
  }

  /** Returns whether the alarm has to be set although no note came. */
  synchronized boolean watch() {
    boolean first = !alarmSet;
    alarmSet = true;
    return first;
  }

  private void drop(long count) {
    untold += count;
    tally.dropped.add(count);
  }

  private static long size(AuditRow row) {
    long size = row.requestId().length();
    for (Map.Entry<String, String> detail : row.details().entrySet()) {
      size += detail.getKey().length() + detail.getValue().length();
    }
    for (String token : row.tokens()) {
      size += token.length();
    }
    size += row.people().characters();
    size += length(row.code()) + length(row.platform());
    return size
        + row.event().length()
        + row.outcome().length()
        + row.caller().length()
        + row.route().length();
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
