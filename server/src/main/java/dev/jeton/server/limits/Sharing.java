package dev.jeton.server.limits;

import java.util.List;
import org.jboss.logging.Logger;

/** Lets the nodes know what each of them counted. While they cannot, each counts by itself. */
final class Sharing implements Runnable {
  private static final Logger LOG = Logger.getLogger(Sharing.class);

  /** A row stays small, and what is left waits for the next round. */
  private static final int MOST = 1_000;

  private final Limits limits;
  private final UseBoard board;
  private boolean alone;

  Sharing(Limits limits, UseBoard board) {
    this.limits = limits;
    this.board = board;
  }

  @Override
  public void run() {
    List<Use> news = limits.news(MOST);
    try {
      limits.takenElsewhere(board.exchange(news));
      if (alone) {
        LOG.info("limits count for all nodes again");
      }
      alone = false;
    } catch (RuntimeException e) {
      limits.untold(news);
      if (!alone) {
        LOG.warnf(
            "limits cannot be shared with other nodes (%s); each counts by itself",
            e.getClass().getSimpleName());
      }
      alone = true;
    }
  }
}
