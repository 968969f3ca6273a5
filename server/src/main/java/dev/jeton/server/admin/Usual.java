package dev.jeton.server.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of several things of one kind callers get who name none. */
public final class Usual {
  private Usual() {}

  /**
   * The marked one, else the one of the settings, else the only one.
   *
   * @param ofSettings whether file and environment alone would make it the usual one
   */
  public static <T> Optional<T> of(List<T> all, Predicate<T> marked, Predicate<T> ofSettings) {
    return all.stream()
        .filter(marked)
        .findFirst()
        .or(() -> all.stream().filter(ofSettings).findFirst())
        .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
  }
}
