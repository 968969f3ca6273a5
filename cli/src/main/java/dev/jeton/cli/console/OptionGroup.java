package dev.jeton.cli.console;

/** Options that belong together; the help shows them under one heading. */
public interface OptionGroup {
  /** The heading; groups of one command that share it are shown together. */
  String heading();

  /** Whether nearly every command has them: the help shows those last. */
  default boolean common() {
    return false;
  }
}
