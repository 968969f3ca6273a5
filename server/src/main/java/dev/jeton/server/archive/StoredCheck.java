package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainRow;
import dev.jeton.server.store.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies the copy in the store, part by part, and that its end stands in the files of this server. */
final class StoredCheck {
  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final Copier copier;
  private final int rows;

  /**
   * Checks a database.
   *
   * @param rows about how many rows one part has
   */
  StoredCheck(Database database, Copier copier, int rows) {
    this.database = database;
    this.copier = copier;
    this.rows = rows;
  }

  /**
   * Reads the next part.
   *
   * @param after what the part before has called next, a node and a row; null at the beginning
   */
  Checked part(@Nullable Place after) throws IOException {
    List<Position> all = database.read(NodeTable::all);
    Map<String, Instant> copiedAt = database.read(NodeTable::copiedAt);
    String own = copier.position().node();
    long total = all.stream().mapToLong(p -> p.rows().seq() - p.baseSeq()).sum();
    List<Checked.Node> done = new ArrayList<>();
    long read = 0;
    for (Position node : all) {
      int order = after == null ? 1 : node.node().compareTo(after.node());
      if (order < 0) {
        continue;
      }
      StoredChain chain = begin(node, order == 0 ? after : null);
      while (!chain.atEnd() || chain.rows() == 0) {
        Checked.Fault fault = database.readAtOneMoment(handle -> chain.read(handle, AT_ONCE));
        if (fault != null) {
          return wasDropped(node)
              ? new Checked(read, total, null, new Place(node.node(), 0), done)
              : new Checked(read + chain.rows(), total, fault, null, done);
        }
        if (chain.atEnd()) {
          break;
        }
        if (read + chain.rows() >= rows) {
          Place next = new Place(node.node(), chain.seq());
          return new Checked(read + chain.rows(), total, null, next, done);
        }
      }
      read += chain.rows();
      boolean isOwn = node.node().equals(own);
      if (isOwn && !copier.isInFiles(node.rows())) {
        Checked.Fault fault = new Checked.Fault(
            own, node.rows().seq(), "the row in the files of this server", "none there like it");
        return new Checked(read, total, fault, null, done);
      }
      done.add(new Checked.Node(
          node.node(),
          node.baseSeq() + 1,
          node.rows().seq(),
          chain.hash(),
          copiedAt.getOrDefault(node.node(), Instant.EPOCH),
          isOwn));
    }
    return new Checked(read, total, database.readAtOneMoment(Strays::find), null, done);
  }

  private StoredChain begin(Position node, @Nullable Place after) {
    if (after == null || after.seq() <= node.baseSeq()) {
      return new StoredChain(node, node.baseSeq(), node.baseHash());
    }
    Optional<ChainRow> row = database
        .read(handle -> handle
            .createQuery("SELECT line FROM audit_rows WHERE node = :node AND seq = :seq")
            .bind("node", node.node())
            .bind("seq", after.seq())
            .mapTo(String.class)
            .findOne())
        .map(ChainRow::of);
    return row.map(known -> new StoredChain(node, after.seq(), known.hash()))
        .orElseGet(() -> new StoredChain(node, node.baseSeq(), node.baseHash()));
  }

  /** Old rows may go while a check reads them. */
  private boolean wasDropped(Position node) {
    return database
        .read(handle -> NodeTable.find(handle, node.node()))
        .map(now -> now.baseSeq() != node.baseSeq())
        .orElse(true);
  }
}
