package dev.jeton.server.alerts;

import java.util.List;
import java.util.Set;

/** Brings alerts to operators. */
interface Teller {

  /** The channels that are set up; the log is not among them. */
  Set<String> channels();

  /** Tells it on one channel; returns whether it arrived. */
  boolean tell(String channel, List<Alert> alerts);
}
