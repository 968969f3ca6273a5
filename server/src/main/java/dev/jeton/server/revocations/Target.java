package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.List;

/** Which tokens are refused. */
sealed interface Target {

  /**
   * One token.
   *
   * @param ids each of them stands for it; the first is shown
   */
  record Token(List<String> ids) implements Target {
    public Token {
      ids = List.copyOf(ids);
    }
  }

  /** Those of a user that were issued before that. */
  record User(String user, Instant before) implements Target {}

  /** All that were issued before that. */
  record All(Instant before) implements Target {}
}
