package dev.jeton.bench.tokens;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an {@link Operation} may cost. Zero means that there is no such limit. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Budget {
  /** At least so many times as fast as the official library. */
  double timesOfficial() default 0;

  /** At most so many bytes of garbage per call. */
  double bytes() default 0;

  /** At most so many times the duration of the bare cryptography. */
  double timesBare() default 0;
}
