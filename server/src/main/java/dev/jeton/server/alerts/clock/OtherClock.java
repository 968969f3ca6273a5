package dev.jeton.server.alerts.clock;

import java.util.Optional;

/** A clock to compare with. */
interface OtherClock {

  /** Its name in metrics. */
  String name();

  /** Whose it is, in words. */
  String owner();

  /** Asks it, for a few seconds at most; empty when it is not to be asked, or does not answer. */
  Optional<Offset> ask();
}
