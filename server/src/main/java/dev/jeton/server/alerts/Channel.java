package dev.jeton.server.alerts;

import java.util.Optional;

/** A way to operators. */
interface Channel {

  String name();

  /** Why nothing is sent on it; empty when it is set up. */
  Optional<String> missing();

  /** Sends it once, within some seconds. */
  void send(Message message) throws Undelivered;
}
