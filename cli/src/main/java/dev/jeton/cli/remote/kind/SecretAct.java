package dev.jeton.cli.remote.kind;

/** What can be done with one secret of a thing. */
enum SecretAct {
  ACTIVATE(
      "activate",
      "activated",
      "Sign with it from now on; the one that signed until now goes on verifying."),
  RETIRE("retire", "retired", "Let it end: now, or after --overlap. Until then it verifies."),
  REVOKE("revoke", "revoked", "End it now, and delete it: what it signed is refused at once."),
  ENABLE("enable", "enabled", "Let it sign and verify again."),
  DISABLE("disable", "disabled", "Neither sign nor verify with it, but keep it.");

  private final String word;
  private final String done;
  private final String meaning;

  SecretAct(String word, String done, String meaning) {
    this.word = word;
    this.done = done;
    this.meaning = meaning;
  }

  String word() {
    return word;
  }

  String done() {
    return done;
  }

  String meaning() {
    return meaning;
  }

  /** Whether another secret goes on for a while. */
  boolean takesOverlap() {
    return this == ACTIVATE || this == RETIRE;
  }

  /** Whether it cannot be taken back. */
  boolean isFinal() {
    return this == REVOKE;
  }
}
