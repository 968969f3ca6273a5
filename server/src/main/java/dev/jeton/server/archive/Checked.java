package dev.jeton.server.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a check has found.
 *
 * @param rows how many rows were read in this part
 * @param total how many there are in all parts
 * @param fault where the copy does not hold; null where it does
 * @param next where the following part goes on; null on the last
 * @param nodes the servers whose copy ends in this part
 */
public record Checked(
    long rows, long total, @Nullable Fault fault, @Nullable Place next, List<Node> nodes) {
  public Checked {
    nodes = List.copyOf(nodes);
  }

  /** The first row that does not hold. */
  public record Fault(String node, long seq, String expected, String found) {}

  /**
   * A server's rows, all of which follow from one another.
   *
   * @param head the hash of the last
   * @param copiedAt when the server brought something into the store last
   * @param own whether it is the server that was asked
   */
  public record Node(
      String node, long firstSeq, long lastSeq, String head, Instant copiedAt, boolean own) {}
}
