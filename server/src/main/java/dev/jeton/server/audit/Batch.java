package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.NamesEraser;
import dev.jeton.server.audit.chain.RowTime;
import dev.jeton.server.audit.chain.Standing;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/** What goes to the disk in one commit. For the writer thread only. */
final class Batch {
  /** A batch is closed at this size, so that the buffer for it stays small. */
  private static final int MOST_BYTES = 1 << 20;

  private final ChainWriter chain;
  private final RowLine lines;
  private final OwnRows own;
  private final NoteFlush notes;
  private final InstantSource clock;
  private int ownRows;
  private int appends;
  private int rows;

  Batch(ChainWriter chain, RowLine lines, OwnRows own, NoteFlush notes, InstantSource clock) {
    this.chain = chain;
    this.lines = lines;
    this.own = own;
    this.notes = notes;
    this.clock = clock;
  }

  /** Writes and forces as many of the calls as fit, and whatever else is due. */
  void commit(Iterable<Append> inHand) throws IOException {
    ownRows = 0;
    appends = 0;
    if (chain.prepare() == Standing.LOST) {
      own.add("segment-lost", Map.of());
    }
    String at = RowTime.of(clock.instant());
    for (AuditRow row : own.all()) {
      lines.add(row, at);
      ownRows++;
    }
    rows = ownRows + notes.write(lines, at);
    for (Append append : inHand) {
      if (chain.waitingBytes() > MOST_BYTES) {
        break;
      }
      add(append, at);
    }
    if (rows > 0) {
      chain.commit();
    }
    own.written(ownRows);
    notes.settle(true);
  }

  private void add(Append append, String at) {
    append.firstSeq = 0;
    appends++;
    if (append.late) {
      return;
    }
    for (AuditRow row : append.rows) {
      long seq = lines.add(row, at);
      append.firstSeq = append.firstSeq == 0 ? seq : append.firstSeq;
      rows++;
    }
  }

  /** Forgets what {@link #commit} could not write. */
  void undo() {
    chain.discard();
    notes.settle(false);
  }

  /** How many calls the last commit has served. */
  int appends() {
    return appends;
  }

  int rows() {
    return rows;
  }

  /** The number of the last row that is on the disk. */
  long lastSeq() {
    return chain.lastSeq();
  }

  /** Erases where only the writer may, and tells up to which segment others may do it. */
  FromCurrent erase(NamesEraser eraser) throws IOException {
    return new FromCurrent(chain.eraseFromCurrent(eraser), chain.current());
  }

  /** What was erased beside the segment that is written to, and that segment's number. */
  record FromCurrent(int lines, int segment) {}

  void close() throws IOException {
    chain.close();
  }
}
