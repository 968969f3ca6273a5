package dev.jeton.server.hub;

import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.MintNotes;
import dev.jeton.server.api.Repeats;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of the answer to a challenge, in words: when the request is repeated, its challenge is
 * gone, or was another node's.
 *
 * @param name drawn from the request's own randomness, so that each item of a batch has its own and
 *     finds it again
 */
record AnswerNote(MintNotes notes, String name) {
  private static final String RIGHT = "right";
  private static final String REFUSED = "refused";

  static AnswerNote in(MintMoment moment) {
    return new AnswerNote(moment.notes(), Long.toHexString(moment.random().nextLong()));
  }

  /** Writes it down. */
  Answered written(Answered answered) {
    if (answered instanceof Answered.Right right) {
      Proven proven = right.proven();
      write(RIGHT, proven.identity().text(), proven.issuer().publicKey().text());
    } else if (answered instanceof Answered.Refused refused) {
      write(REFUSED, refused.reason().name(), refused.detail());
    }
    return answered;
  }

  /** What was written down, with the issuer as it signs by now. */
  Answered read(String challengeId, Function<Libp2pPublicKey, HubIssuer> issuer) {
    String[] words = notes.read(name).orElseThrow(Repeats::changed).split(" ", 3);
    return words[0].equals(RIGHT)
        ? new Answered.Right(new Proven(challengeId, key(words[1]), issuer.apply(key(words[2]))))
        : new Answered.Refused(Reason.valueOf(words[1]), words[2], Optional.empty());
  }

  private void write(String... words) {
    notes.write(name, String.join(" ", words));
  }

  private static Libp2pPublicKey key(String text) {
    if (Libp2pPublicKey.parse(text) instanceof Outcome.Accepted<Libp2pPublicKey> accepted) {
      return accepted.value();
    }
    throw new IllegalStateException("a public key that was written down is none");
  }
}
