package dev.jeton.server.admin;

import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What secrets of a kind look like.
 *
 * @param <S> what an operator says of one thing of the kind
 */
public interface SecretRules<S> {

  /** Where its versions stand in paths and answers, such as {@code certificates}. */
  String segment();

  /** The member that gives one, such as {@code certificate}. */
  String member();

  /** What people call one, such as {@code App Certificate}. */
  String noun();

  /** Whether one like this has any; one that has a public key in their place, say, has none. */
  default boolean appliesTo(S spec) {
    return true;
  }

  /** Whether operators may give one that they have; otherwise each is made here. */
  default boolean mayBeGiven() {
    return true;
  }

  /** A new one. */
  Secret make(S spec, RandomGenerator random);

  /**
   * Refuses one that cannot be a secret of it ({@code wrong-secret}), or that everybody knows or could
   * guess ({@code published-secret}).
   */
  void check(S spec, Secret given);

  /** What is sealed and stored of it: itself, or a hash where nobody here needs it again. */
  default Secret kept(Secret secret) {
    return secret;
  }

  /** Whether an operator may see it again, where the settings let any be seen again. */
  default boolean mayBeRevealed() {
    return false;
  }

  /** For how long one counts that is made now; empty for no end. */
  default Optional<Duration> lifetime(S spec) {
    return Optional.empty();
  }

  /** What may be shown of it, such as a public key. */
  default Optional<String> label(S spec, Secret secret) {
    return Optional.empty();
  }

  /** How long the former one verifies where nobody says; empty for until somebody retires it. */
  default Optional<Duration> usualOverlap(S spec) {
    return Optional.empty();
  }

  /** Whether the first one counts at once, or waits for somebody to enable it. */
  default boolean firstIsEnabled(S spec) {
    return true;
  }
}
