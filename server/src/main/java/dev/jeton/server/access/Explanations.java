package dev.jeton.server.access;

import java.util.List;

/** Knows which policies let a caller learn the exact reasons of refusals. There may be no such bean. */
public interface Explanations {

  /** Whether one of these policies, named by their ids, does. Touches memory only. */
  boolean granted(List<String> policies);
}
