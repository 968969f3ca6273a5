package dev.jeton.server.access;

import java.util.Optional;

/** One kind of proof that a caller can bring. Each bean of this type is asked. */
public interface Proof {

  /**
   * Whom the request proves to come from, or why the proof is refused; empty when it brings no proof
   * of this kind. Touches memory only.
   */
  Optional<Callers.Identified> check(Presented presented);

  /** Whether clients send it with whatever they ask, so that any other proof goes before it. */
  default boolean isUnasked() {
    return false;
  }
}
