package dev.jeton.server.access;

import java.util.Optional;

/** Knows the registered callers. There may be no such bean. */
public interface RegisteredCallers {

  /** The one of that id or name, as its proof would show it. Touches memory only. */
  Optional<Caller.Registered> find(String reference);

  /**
   * Why no proof would count as that caller's; empty where one would.
   *
   * @param address from where it would come; empty for wherever it may come from
   */
  Optional<String> objection(String reference, Optional<String> address);
}
