package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names that an operator wrote down: patterns, and single names among them.
 *
 * @param patterns all of them
 * @param names those without a {@code *}, in their order
 */
public record Listed(AddressPatterns patterns, List<Identity> names) {
  /** Nobody. */
  public static final Listed NONE = of(List.of());

  private static final char STAR = '*';

  public Listed {
    names = List.copyOf(names);
  }

  /** These, fewer than {@value AddressPatterns#MAX_PATTERNS}. */
  public static Listed of(List<AddressPattern> patterns) {
    List<Identity> names = patterns.stream()
        .map(AddressPattern::text)
        .filter(text -> text.indexOf(STAR) < 0)
        .map(Identity::of)
        .toList();
    return new Listed(new AddressPatterns(patterns), names);
  }

  /** The same with one more name, behind the others. */
  Listed and(Identity name) {
    List<AddressPattern> more = new ArrayList<>(patterns.patterns());
    more.add(AddressPattern.of(name.text()));
    return of(more);
  }

  public boolean isEmpty() {
    return patterns.patterns().isEmpty();
  }

  /** The name to take where none is given. */
  Optional<Identity> first() {
    return names.stream().findFirst();
  }

  /** The name, if there is just one. */
  Optional<Identity> only() {
    return names.size() == 1 ? first() : Optional.empty();
  }

  boolean allow(Identity name) {
    return patterns.allow(name.text());
  }

  /** Whether it stands there in full, so that no pattern lets it through. */
  boolean names(Identity name) {
    return names.contains(name);
  }
}
