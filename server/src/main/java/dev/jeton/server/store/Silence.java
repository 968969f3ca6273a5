package dev.jeton.server.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Nobody else writes to an SQLite file, so there is nothing to be told. */
final class Silence implements Notices {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public boolean await(Duration most) throws InterruptedException {
    return closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
