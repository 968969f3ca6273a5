package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.OptionGroup;

/** A platform's options for what a thing is: a picocli mixin under a heading of its own. */
public interface SpecOptions extends OptionGroup {
  /** Puts the members whose options were given, and no others. */
  void write(Members members);
}
