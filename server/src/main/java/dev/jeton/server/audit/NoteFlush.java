package dev.jeton.server.audit;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** Decides what of the gathered notes goes into the next batch. For the writer thread only. */
final class NoteFlush {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private final FoldedNotes notes;
  private final DiskRoom disk;
  private List<FoldedNote> inBatch = List.of();
  private long told;
  private boolean countingOnly;

  NoteFlush(FoldedNotes notes, DiskRoom disk) {
    this.notes = notes;
    this.disk = disk;
  }

  /** Adds what is due to the batch; returns how many rows that made. */
  int write(RowLine lines, String at) {
    if (!notes.due()) {
      return 0;
    }
    List<FoldedNote> due = notes.take();
    if (full()) {
      notes.drop(due);
      return 0;
    }
    inBatch = due;
    for (FoldedNote note : due) {
      lines.add(note, at);
    }
    told = notes.untold();
    if (told > 0) {
      lines.add(dropped(told), at);
    }
    return due.size() + (told > 0 ? 1 : 0);
  }

  void settle(boolean committed) {
    if (committed) {
      notes.told(told);
    } else {
      notes.drop(inBatch);
    }
    inBatch = List.of();
    told = 0;
  }

  /** Whether the end of the shortage has to be noticed even if no note comes any more. */
  boolean countingOnly() {
    return countingOnly;
  }

  private boolean full() {
    boolean full = disk.full();
    if (full && !countingOnly) {
      LOG.log(
          Level.WARNING,
          "audit: the disk is nearly full; refused requests are only counted until there is room");
    } else if (!full && countingOnly) {
      LOG.log(Level.INFO, "audit: there is room on the disk again; refused requests are recorded");
    }
    countingOnly = full;
    return full;
  }

  private static AuditRow dropped(long count) {
    return new AuditRow(
        "notes-dropped",
        "counted",
        null,
        "server",
        "",
        "",
        null,
        Map.of("count", Long.toString(count)),
        List.of());
  }
}
