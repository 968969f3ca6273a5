package dev.jeton.server.audit.chain;

/** Where the clear text behind a hash goes. */
@FunctionalInterface
interface NameSink {
  /** Told of each person in a row; the array is only lent. */
  void met(byte[] hash, String text);
}
