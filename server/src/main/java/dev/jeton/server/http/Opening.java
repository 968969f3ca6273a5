package dev.jeton.server.http;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Presented;
import java.util.Optional;

/** How one door stands open to those who bring no proof. Touches memory only, but for its guard. */
public interface Opening {

  /** Who comes through it. */
  Caller.Visitor visitor();

  /** The origins whose pages alone may ask; empty for programs, and the pages that may ask anyway. */
  Optional<OriginCheck> pages();

  /** How many a minute may come from one network. */
  int perNetwork();

  /** How many a minute may come whom the guard let in. */
  int inTotal();

  /** Whether the guard takes a while, so that an event loop cannot wait for it. */
  boolean isGuarded();

  /** Refuses whoever has not shown what the guard wants to see. */
  void guard(Presented presented);
}
