package dev.jeton.tokens.kandy;

import java.util.List;

/**
 * Who may be called, or may call: whoever one of the patterns covers. An empty list covers nobody.
 *
 * @param patterns at most {@value #MAX_PATTERNS}
 */
public record AddressPatterns(List<AddressPattern> patterns) {
  /** The most patterns in one list. */
  public static final int MAX_PATTERNS = 1000;

  /**
   * A list.
   *
   * @throws IllegalArgumentException if it is longer than 1000
   */
  public AddressPatterns {
    patterns = List.copyOf(patterns);
    if (patterns.size() > MAX_PATTERNS) {
      throw new IllegalArgumentException("more than " + MAX_PATTERNS + " patterns");
    }
  }

  /** Everybody. */
  public static AddressPatterns any() {
    return of("*");
  }

  /** These, as {@link AddressPattern#of} reads them. */
  public static AddressPatterns of(String... patterns) {
    return new AddressPatterns(
        List.of(patterns).stream().map(AddressPattern::of).toList());
  }

  /** Whether one of them covers a name without {@code sip:}. */
  public boolean allow(String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
