package dev.jeton.server.http;

import java.util.Optional;

/** Knows which doors an operator opened to those who bring no proof. Touches memory only. */
public interface Openings {

  /** None is open. */
  Openings NONE = door -> Optional.empty();

  /** How the door of that name stands open; empty where it does not. */
  Optional<Opening> of(String door);
}
