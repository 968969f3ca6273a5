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

  /** A new one. */
  Secret make(S spec, RandomGenerator random);

  /** Refuses one that cannot be, or must not be, a secret of it: too short, published. */
  void check(S spec, Secret given);

  /** What may be shown of it, such as a public key. */
  default Optional<String> label(S spec, Secret secret) {
    return Optional.empty();
  }

  /**
   * How long the former one still verifies when a file of {@code apply} gives another and does not
   * say.
   */
  default Duration overlap() {
    return Duration.ofDays(1);
  }

  /** Whether the first one counts at once, or waits for somebody to enable it. */
  default boolean firstIsEnabled(S spec) {
    return true;
  }
}
