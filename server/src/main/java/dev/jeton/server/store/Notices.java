package dev.jeton.server.store;

import java.sql.SQLException;
import java.time.Duration;

/** What other nodes tell about changes. */
interface Notices extends AutoCloseable {

  /**
   * Waits for the next.
   *
   * @return whether there was one within that time
   */
  boolean await(Duration most) throws SQLException, InterruptedException;

  @Override
  void close();

  /** Makes the way on which they come. */
  interface Source {
    Notices open() throws SQLException;
  }
}
