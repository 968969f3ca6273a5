package dev.jeton.server.limits;

import java.util.List;
import org.jboss.logging.Logger;

/** Lets the nodes know what each of them counted. While they cannot, each counts by itself. */
final class Sharing implements Runnable {
  private static final Logger LOG = Logger.getLogger(Sharing.class);

  /** A row stays small, and what is left waits for the next round. */
  private static final int MOST = 1_000;

  private final Limits limits;
  private final Board board;
  private final SharingState state;

  Sharing(Limits limits, Board board, SharingState state) {
    this.limits = limits;
    this.board = board;
    this.state = state;
  }

  @Override
  public void run() {
    List<Use> news = limits.news(MOST);
    try {
      limits.takenElsewhere(board.exchange(news));
      if (state.together()) {
        LOG.info("limits count for all nodes again");
      }
    } catch (RuntimeException | Error e) {
      limits.untold(news);
      if (state.apart()) {
        LOG.warnf("limits cannot be shared with other nodes (%s); each counts by itself", why(e));
      }
    }
  }

  private static String why(Throwable fault) {
    return fault instanceof BoardGone
        ? String.valueOf(fault.getMessage())
        : fault.getClass().getSimpleName();
  }
}
