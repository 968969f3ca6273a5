package dev.jeton.server.policies;

import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Optional;

/** A condition that was read. Whatever goes wrong while it is asked counts as no. */
final class Rule {
  private final Program program;

  Rule(Program program) {
    this.program = program;
  }

  /** What works it out. */
  interface Program {
    Object eval(Map<String, ?> variables) throws CelEvaluationException;
  }

  /** Why it does not hold; empty where it does. Says nothing of what it was asked about. */
  Optional<String> objection(Map<String, ?> variables) {
    Object answer;
    try {
      answer = program.eval(variables);
    } catch (CelEvaluationException e) {
      return Optional.of(
          switch (e.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND, INDEX_OUT_OF_BOUNDS ->
              "its condition reads something that is not there, such as a claim that the caller does"
                  + " not have";
            case ITERATION_BUDGET_EXCEEDED -> "its condition takes too many steps";
            default -> "its condition cannot be worked out for this request";
          });
    } catch (RuntimeException e) {
      return Optional.of("its condition cannot be worked out for this request");
    } catch (StackOverflowError | OutOfMemoryError e) {
      return Optional.of("its condition takes too much memory");
    }
    if (answer instanceof Boolean yes) {
      return yes ? Optional.empty() : Optional.of("its condition does not hold");
    }
    return Optional.of("its condition is neither true nor false for this request");
  }
}
