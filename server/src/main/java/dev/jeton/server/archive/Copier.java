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
  private boolean seenInFiles;
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
    if (!goesOn(from, last, lines)) {
      begin(from);
      return true;
    }
    NamesFollower.Read read = lines.isEmpty() && namesRead
        ? new NamesFollower.Read(List.of(), from.names())
        : names.after(from.names(), BYTES);
    namesRead = read.next().equals(from.names());
    if (lines.isEmpty() && namesRead) {
      return look(from);
    }
    List<CopiedRow> next = CopiedRow.of(lines);
    Position to = next(from, next, read);
    boolean erases = next.stream().anyMatch(CopiedRow::erasesElsewhere);
    boolean moved = database.write(handle -> {
      if (erases) {
        Forgetting.lock(handle);
      }
      if (!NodeTable.move(handle, from, to, clock.millis())) {
        return false;
      }
      RowTables.add(handle, from, next);
      RowTables.addNames(handle, from.node(), read.names());
      return true;
    });
    // Where it did not move, whether these files go on there is seen in the next round.
    position = moved && !erases ? to : null;
    if (moved) {
      copied = to.rows().seq();
      namesRead &= to.names().equals(read.next());
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
      NodeId.Named named = id.readOrMake();
      Optional<Position> stored = database.read(handle -> NodeTable.find(handle, named.node()));
      known = stored.isPresent() ? stored.get() : added(named);
      namesRead = false;
      seenInFiles = false;
      position = known;
      copied = known.rows().seq();
    }
    return known;
  }

  private Position added(NodeId.Named named) throws IOException {
    String before = named.before();
    Optional<Position> other =
        before == null ? Optional.empty() : database.read(handle -> NodeTable.find(handle, before));
    RowPlace common = other.isPresent()
        ? new CommonRows(database, rows, log.lastSeq()).with(other.get())
        : RowPlace.BEGIN;
    Long erased = other.map(Position::erased).orElse(null);
    return database.write(
        handle -> NodeTable.add(handle, named.node(), common, erased, clock.millis()));
  }

  /** The last row that is in the store; -1 while that is not known. */
  long copied() {
    return copied;
  }

  /** The last row that is on the disk. */
  long last() {
    return log.lastSeq();
  }

  /** How many rows are on the disk and not in the store yet. */
  long behind() {
    return Math.max(0, log.lastSeq() - Math.max(0, copied));
  }

  /** Whether the last row that was copied stands in the files as it was. */
  synchronized boolean isInFiles(RowPlace place) throws IOException {
    return place.seq() == 0 || rows.has(place);
  }

  /** Whether what is in the files follows from the last row that was copied. */
  private boolean goesOn(Position from, long last, List<ChainFollower.Line> lines)
      throws IOException {
    RowPlace place = from.rows();
    if (place.seq() == 0) {
      return true;
    }
    if (last < place.seq()) {
      return false;
    }
    boolean follows = lines.isEmpty() ? last == place.seq() && seenInFiles : follows(place, lines);
    if (!follows) {
      seenInFiles = rows.has(place);
      boolean broken =
          lines.isEmpty() ? last > place.seq() : lines.get(0).place().seq() <= place.seq();
      if (seenInFiles && broken) {
        throw new IOException("what follows row " + place.seq()
            + " is not in the files as it was written; look with: jeton audit verify");
      }
    }
    return follows || seenInFiles;
  }

  private static boolean follows(RowPlace place, List<ChainFollower.Line> lines) {
    ChainRow first = ChainRow.of(lines.get(0).text());
    return first != null && first.seq() == place.seq() + 1 && first.prev().equals(place.hash());
  }

  private void begin(Position from) throws IOException {
    LOG.log(
        Level.WARNING,
        "audit: the rows in the store are not those of these files (older files were put back, or"
            + " another server copies under the same node id); what differs is copied under a new"
            + " one, and what was copied before stays");
    id.renew(from.node());
    position = null;
  }

  private boolean look(Position from) {
    Optional<Position> now = database.read(handle -> NodeTable.find(handle, from.node()));
    if (database.read(Forgetting::isUntidy)) {
      database.write(handle -> {
        Forgetting.tidy(handle);
        return true;
      });
    }
    position = now.orElse(null);
    return now.map(Position::hasToErase).orElse(true);
  }

  private static Position next(Position from, List<CopiedRow> next, NamesFollower.Read read) {
    if (next.isEmpty()) {
      return from.with(from.rows(), read.next());
    }
    RowPlace last = next.get(next.size() - 1).line().place();
    Optional<RowPlace> changed = next.stream()
        .filter(CopiedRow::changedNames)
        .map(row -> row.line().place())
        .findFirst();
    NamesFollower.Place names = changed
        .map(place ->
            new NamesFollower.Place(Math.min(place.segment(), read.next().segment()), 0))
        .orElse(read.next());
    Position to = from.with(last, names);
    ChainRow first =
        from.rows().seq() > 0 ? null : ChainRow.of(next.get(0).line().text());
    return first == null ? to : to.startingAfter(first.seq() - 1, first.prev());
  }

  private void reread(Position now) {
    position = now;
    namesRead = false;
  }
}
