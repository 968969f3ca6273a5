package dev.jeton.server.limits;

import java.util.List;

/**
 * Where nodes tell each other what was taken from their limits. Blocks, for some seconds at most, and is
 * used by one thread; what goes wrong is a {@link RuntimeException}, and then nothing counts as told.
 */
interface Board extends AutoCloseable {

  /** Tells the others and gives what they told since the last time; at first nothing, since it is old. */
  List<Use> exchange(List<Use> news);

  @Override
  default void close() {}
}
