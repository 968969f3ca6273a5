package dev.jeton.server.audit.chain;

import java.io.IOException;

/** A chain that cannot be continued; the message is one plain line for the operator. */
public final class ChainFault extends IOException {
  private static final long serialVersionUID = 1L;

  public ChainFault(String message) {
    super(message);
  }
}
