package dev.jeton.tokens;

import java.util.function.Function;

/**
 * What came of parsing or verifying a token: the value, or a refusal with one reason. A refusal is
 * an expected result, so it is a value; exceptions are left for wrong use of the library.
 *
 * @param <T> what there is when nothing was refused
 */
public sealed interface Outcome<T> {

  /** Nothing stood against it. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /**
   * The first check that failed, in the documented order of the format.
   *
   * @param reason the stable code
   * @param detail one plain sentence for people; holds no secret and no part of the token
   */
  record Refused<T>(Reason reason, String detail) implements Outcome<T> {}

  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Outcome<T> refused(Reason reason, String detail) {
    return new Refused<>(reason, detail);
  }

  /** Goes on with the value, or hands the refusal on. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    if (this instanceof Accepted<T> accepted) {
      return next.apply(accepted.value());
    }
    Refused<T> refused = (Refused<T>) this;
    return refused(refused.reason(), refused.detail());
  }
}
