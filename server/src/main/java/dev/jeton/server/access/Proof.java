package dev.jeton.server.access;

import java.util.Optional;

/** One kind of proof that a caller can bring. Each bean of this type is asked, in no fixed order. */
public interface Proof {

  /**
   * Whom the request proves to come from, or why the proof is refused; empty when it brings no proof
   * of this kind. Touches memory only.
   */
  Optional<Callers.Identified> check(Presented presented);
}
