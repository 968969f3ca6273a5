package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.Address;
import dev.jeton.tokens.kandy.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains that a realm serves; without any it serves all. */
public final class Domains {
  /** All. */
  public static final Domains ALL = new Domains(List.of());

  /** The most that a realm can name. */
  public static final int MOST = 1000;

  private final List<String> names;
  private final Set<String> folded;

  private Domains(List<String> names) {
    this.names = List.copyOf(names);
    folded = names.stream()
        .map(name -> Address.of("@" + name).domain())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These, each of which {@link #isDomain} takes. */
  public static Domains of(List<String> names) {
    return new Domains(names);
  }

  /** Whether the text can be the part of an address behind the {@code @}. */
  public static boolean isDomain(String text) {
    if (text.isEmpty()
        || text.indexOf('@') >= 0
        || text.indexOf('*') >= 0
        || text.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    try {
      Identity.of("a@" + text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public List<String> names() {
    return names;
  }

  /** Whether it serves who has this address; a display name has none. */
  boolean serve(String name) {
    return folded.isEmpty() || folded.contains(Address.of(name).domain());
  }

  /**
   * Which of the two it does not serve, in a sentence. An account without a domain is a display name,
   * which belongs to no domain.
   */
  Optional<String> objection(String account, String to) {
    if (!serve(to)) {
      return Optional.of("the callee is outside of the domains that the realm serves");
    }
    if (account.indexOf('@') >= 0 && !serve(account)) {
      return Optional.of("the account is outside of the domains that the realm serves");
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Domains that && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
