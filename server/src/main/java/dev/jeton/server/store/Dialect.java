package dev.jeton.server.store;

/** Which database it is, where that makes a difference. */
public enum Dialect {
  SQLITE,
  POSTGRESQL
}
