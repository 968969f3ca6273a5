package dev.jeton.server.access;

import org.jspecify.annotations.Nullable;

/** One kind of proof that a caller can bring in its {@code Authorization} header. */
public interface Proof {

  /** The caller that the header proves, or null when it is not this kind of proof or is wrong. */
  @Nullable
  Caller check(String authorization);
}
