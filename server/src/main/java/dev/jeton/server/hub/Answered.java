package dev.jeton.server.hub;

import dev.jeton.tokens.Reason;
import java.util.Optional;

/** What became of an answer to a challenge. */
sealed interface Answered {

  /** The owner of the key gave it, in time. */
  record Right(Proven proven) implements Answered {}

  /**
   * It proves nothing.
   *
   * @param reason CHALLENGE_UNKNOWN, CHALLENGE_EXPIRED or BAD_SIGNATURE
   * @param detail the same in a sentence
   * @param challenge what was answered, where there was such a challenge
   */
  record Refused(Reason reason, String detail, Optional<PendingChallenge> challenge)
      implements Answered {}
}
