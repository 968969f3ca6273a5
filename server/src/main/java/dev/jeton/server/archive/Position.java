package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.NamesFollower;
import dev.jeton.server.audit.chain.RowPlace;

/**
 * How far a server's files are in the store.
 *
 * @param rows the last row that was copied
 * @param names up to where the clear texts were
 * @param baseSeq the row before the first that is kept; 0 where all are
 * @param baseHash that row's hash
 * @param asked the last erasure that any server was asked for
 * @param erased the last one that was done in these files
 */
record Position(
    String node,
    RowPlace rows,
    NamesFollower.Place names,
    long baseSeq,
    String baseHash,
    long asked,
    long erased) {

  /**
   * Where a new name begins.
   *
   * @param common the last row that stands under another name already
   */
  static Position begin(String node, RowPlace common, long asked, long erased) {
    return new Position(
        node,
        common,
        new NamesFollower.Place(common.segment(), 0),
        common.seq(),
        common.hash(),
        asked,
        erased);
  }

  boolean hasToErase() {
    return erased < asked;
  }

  Position with(RowPlace last, NamesFollower.Place nextNames) {
    return new Position(node, last, nextNames, baseSeq, baseHash, asked, erased);
  }

  Position startingAfter(long seq, String hash) {
    return new Position(node, rows, names, seq, hash, asked, erased);
  }
}
