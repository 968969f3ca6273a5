package dev.jeton.bench.tokens;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a JMH class measures. Its methods are the {@link Contender}s, by their names; {@code
 * jeton} must be among them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Operation {
  /** As it stands in the table: {@code 007 mint}. */
  String value();
}
