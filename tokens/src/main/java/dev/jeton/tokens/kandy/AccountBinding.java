package dev.jeton.tokens.kandy;

/** Whom the account of a set has to be: what a realm's {@link Convention} comes to. */
public enum AccountBinding {
  /** Anybody. */
  ANY,
  /** The callee: convention A without an account of its own. */
  EQUALS_TO,
  /** The caller: conventions B, C and D. */
  EQUALS_FROM
}
