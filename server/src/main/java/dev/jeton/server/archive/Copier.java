package dev.jeton.server.archive;

import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.audit.chain.ChainFollower;
import dev.jeton.server.audit.chain.ChainRow;
import dev.jeton.server.audit.chain.NamesFollower;
import dev.jeton.server.audit.chain.RowPlace;
import dev.jeton.server.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Follows the files of this server. Rows, clear texts and the position behind them go into the store
 * in one transaction, so that whatever breaks, nothing is missing and nothing is there twice.
 */
final class Copier {
  private static final System.Logger LOG = System.getLogger(Copier.class.getName());

  /** Small, because SQLite lets one transaction write at a time. */
  private static final int ROWS = 500;

  private static final int BYTES = 2 << 20;

  private final Database database;
  private final GroupCommitLog log;
  private final InstantSource clock;
  private final NodeId id;
  private final ChainFollower rows;
  private final NamesFollower names;
  private final Forgetting forgetting;
  private @Nullable Position position;
  private boolean namesRead;
  private volatile long copied = -1;

  Copier(
      Database database,
      GroupCommitLog log,
      Path folder,
      InstantSource clock,
      RandomGenerator random) {
    this.database = database;
    this.log = log;
    this.clock = clock;
    this.id = new NodeId(folder, random);
    this.rows = new ChainFollower(folder);
    this.names = new NamesFollower(folder);
    this.forgetting = new Forgetting(database, log, clock);
  }

  /** Copies what comes next; returns whether more may follow at once. */
  synchronized boolean round() throws IOException {
    Position from = position();
    if (from.hasToErase()) {
      reread(forgetting.follow(from, List.of()));
      return true;
    }
    long last = log.lastSeq();
    List<ChainFollower.Line> lines = last == from.rows().seq()
        ? List.of()
        : rows.after(from.rows(), new ChainFollower.Limits(last, ROWS, BYTES));
    if (isSetBack(from, last, lines)) {
      begin();
      return true;
    }
    NamesFollower.Read read = lines.isEmpty() && namesRead
        ? new NamesFollower.Read(List.of(), from.names())
        : names.after(from.names(), BYTES);
    namesRead = read.next().equals(from.names());
    if (lines.isEmpty() && namesRead) {
      return look(from);
    }
    Position to = next(from, lines, read);
    boolean moved = database.write(handle -> {
      if (!NodeTable.move(handle, from, to, clock.millis())) {
        return false;
      }
      RowTables.add(handle, from.node(), lines);
      RowTables.addNames(handle, from.node(), read.names());
      return true;
    });
    position = moved ? to : null;
    if (moved) {
      copied = to.rows().seq();
    } else {
      refuseAnother(from);
    }
    return true;
  }

  /** Erases everywhere what tells who a person is; other servers do it when they look next. */
  synchronized Forgotten forget(String person) throws IOException {
    Forgotten forgotten = forgetting.forget(position(), person, () -> {
      position = null;
      return position();
    });
    reread(position());
    return forgotten;
  }

  /** After whatever went wrong, memory is not believed. */
  synchronized void startAgain() {
    position = null;
  }

  /** Where the copy stands; read from the store when it is not known. */
  synchronized Position position() throws IOException {
    Position known = position;
    if (known == null) {
      String node = id.readOrMake();
      known = database
          .read(handle -> NodeTable.find(handle, node))
          .orElseGet(() -> database.write(handle -> NodeTable.add(handle, node, clock.millis())));
      namesRead = false;
      position = known;
      copied = known.rows().seq();
    }
    return known;
  }

  /** How many rows are on the disk and not in the store yet. */
  long behind() {
    return Math.max(0, log.lastSeq() - Math.max(0, copied));
  }

  /** Whether the last row that was copied stands in the files as it was. */
  synchronized boolean isInFiles(RowPlace place) throws IOException {
    return place.seq() == 0 || rows.has(place);
  }

  /** Rows that carry numbers of copied ones are others: somebody went back to older files. */
  private static boolean isSetBack(Position from, long last, List<ChainFollower.Line> lines) {
    return last < from.rows().seq()
        || (!lines.isEmpty() && lines.get(0).place().seq() <= from.rows().seq());
  }

  private void begin() throws IOException {
    LOG.log(
        Level.WARNING,
        "audit: the files are older than their copy in the store; they are copied again under a new"
            + " node id, and what was copied before stays");
    id.renew();
    position = null;
  }

  private boolean look(Position from) {
    Optional<Position> now = database.read(handle -> NodeTable.find(handle, from.node()));
    position = now.orElse(null);
    return now.map(Position::hasToErase).orElse(true);
  }

  private static Position next(
      Position from, List<ChainFollower.Line> lines, NamesFollower.Read read) {
    if (lines.isEmpty()) {
      return from.with(from.rows(), read.next());
    }
    RowPlace last = lines.get(lines.size() - 1).place();
    // A row about an erasure: the files of names were written anew.
    Optional<ChainFollower.Line> erasure =
        lines.stream().filter(line -> RowFacts.of(line.text()).erased() != null).findFirst();
    NamesFollower.Place names = erasure
        .map(line ->
            new NamesFollower.Place(Math.min(line.place().segment(), read.next().segment()), 0))
        .orElse(read.next());
    Position to = from.with(last, names);
    ChainRow first = from.rows().seq() > 0 ? null : ChainRow.of(lines.get(0).text());
    return first == null ? to : to.startingAfter(first.seq() - 1, first.prev());
  }

  private void reread(Position now) {
    position = now;
    namesRead = false;
  }

  private void refuseAnother(Position from) throws IOException {
    if (position().rows().seq() != from.rows().seq()) {
      throw new IOException(
          "another server copies its audit under the same node id; give each its own"
              + " data folder, and delete audit/node.id in the one that was copied");
    }
  }
}
