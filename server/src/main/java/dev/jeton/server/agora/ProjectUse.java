package dev.jeton.server.agora;

import java.util.concurrent.atomic.LongAdder;

/** What a project was used for since the server's start, on this node. */
public final class ProjectUse {
  private final LongAdder minted = new LongAdder();
  private final LongAdder verified = new LongAdder();
  private final LongAdder withoutToken = new LongAdder();

  void countMinted() {
    minted.increment();
  }

  /** A token of it was verified and found valid. */
  public void countVerified() {
    verified.increment();
  }

  /** Somebody was let in without a token. */
  public void countWithoutToken() {
    withoutToken.increment();
  }

  public long minted() {
    return minted.sum();
  }

  public long verified() {
    return verified.sum();
  }

  public long withoutToken() {
    return withoutToken.sum();
  }
}
