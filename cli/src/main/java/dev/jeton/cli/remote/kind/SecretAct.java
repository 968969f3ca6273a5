package dev.jeton.cli.remote.kind;

/** What can be done with one secret of a thing. */
enum SecretAct {
  ACTIVATE(
      "activate",
      "activated",
      "Sign with it from now on; the one that signed until now goes on verifying.",
      "Make it the active one; the one that was goes on counting."),
  RETIRE(
      "retire",
      "retired",
      "Let it end: now, or after --overlap. Until then it verifies.",
      "Let it end: now, or after --overlap. Until then it counts."),
  REVOKE(
      "revoke",
      "revoked",
      "End it now, and delete it: what it signed is refused at once.",
      "End it now, and delete it: whoever shows it is refused at once."),
  ENABLE("enable", "enabled", "Let it sign and verify again.", "Let it count again."),
  DISABLE(
      "disable",
      "disabled",
      "Neither sign nor verify with it, but keep it.",
      "Refuse it until it is enabled again.");

  private final String word;
  private final String done;
  private final String meaning;
  private final String meaningOfProof;

  SecretAct(String word, String done, String meaning, String meaningOfProof) {
    this.word = word;
    this.done = done;
    this.meaning = meaning;
    this.meaningOfProof = meaningOfProof;
  }

  String word() {
    return word;
  }

  String done() {
    return done;
  }

  /** For a help, of a secret that signs or of one that is shown as a proof. */
  String meaning(boolean signs) {
    return signs ? meaning : meaningOfProof;
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
