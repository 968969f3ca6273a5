package dev.jeton.server.agora.kick;

import java.util.Optional;

/** What came of asking Agora. */
sealed interface Reached {

  /**
   * Agora answered.
   *
   * @param status of HTTP
   * @param rule the number of the rule, by which it can be lifted in Agora's API
   * @param message what Agora said, cut to a line
   */
  record Answered(int status, Optional<Long> rule, Optional<String> message) implements Reached {
    boolean isDone() {
      return status == 200;
    }
  }

  /**
   * No answer that could be read; whether it was done nobody knows where {@code unknown}.
   *
   * @param code for the audit and for whoever asked
   * @param detail the same in a sentence
   */
  record Failed(String code, String detail, boolean unknown) implements Reached {}
}
