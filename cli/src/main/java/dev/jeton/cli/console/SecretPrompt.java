package dev.jeton.cli.console;

import org.jspecify.annotations.Nullable;

/** Asks a person for a secret without showing what is typed. */
@FunctionalInterface
public interface SecretPrompt {
  /** What was typed; null when there was nothing but the end of input. */
  char @Nullable [] ask(String question);
}
