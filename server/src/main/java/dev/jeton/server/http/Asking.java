package dev.jeton.server.http;

import dev.jeton.server.access.Caller;
import java.util.Optional;

/**
 * Who asks at a door.
 *
 * @param opening how the door stands open, for whoever comes through it because of that
 */
record Asking(Caller caller, Optional<Opening> opening) {

  /** Whoever may ask anyway. */
  static Asking by(Caller caller) {
    return new Asking(caller, Optional.empty());
  }

  static Asking through(Opening opening) {
    return new Asking(opening.visitor(), Optional.of(opening));
  }
}
