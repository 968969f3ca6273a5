package dev.jeton.server.kandy;

import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AddressPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The callees of which an operator said something, in memory. Of one that is covered by several, its
 * own address holds, then the longest pattern. Letter case does not count for finding one: nobody
 * should get around what is said of {@code help@...} as {@code HELP@...}.
 */
public final class Callees {
  private static final char STAR = '*';
  private static final Comparator<Pattern> LONGEST = Comparator.comparing(
          (Pattern pattern) -> -pattern.folded().text().length())
      .thenComparing(pattern -> pattern.folded().text());

  private volatile Contents contents;
  private volatile boolean unread;

  /** With these alone, until somebody tells more. */
  Callees(Collection<Callee> callees) {
    contents = Contents.of(callees);
  }

  private record Pattern(AddressPattern folded, Callee callee) {}

  /**
   * All at one moment.
   *
   * @param byDomain the patterns of one domain, the longest first
   * @param others the patterns with a star in the domain, or without one, the longest first
   * @param restricting whether any of them takes less than every call
   */
  private record Contents(
      Map<String, Callee> exact,
      Map<String, List<Pattern>> byDomain,
      List<Pattern> others,
      boolean restricting) {

    static Contents of(Collection<Callee> callees) {
      Map<String, Callee> exact = new HashMap<>();
      Map<String, List<Pattern>> byDomain = new HashMap<>();
      List<Pattern> others = new ArrayList<>();
      for (Callee callee : callees) {
        String folded = folded(callee.address().text());
        if (folded.indexOf(STAR) < 0) {
          // Those of file and environment come first, and stay.
          exact.putIfAbsent(folded, callee);
          continue;
        }
        String domain = domain(folded);
        List<Pattern> those = domain.isEmpty() || domain.indexOf(STAR) >= 0
            ? others
            : byDomain.computeIfAbsent(domain, name -> new ArrayList<>());
        those.add(new Pattern(AddressPattern.of(folded), callee));
      }
      byDomain.values().forEach(those -> those.sort(LONGEST));
      others.sort(LONGEST);
      boolean restricting = callees.stream().anyMatch(callee -> !callee.isOpenToAll());
      return new Contents(exact, byDomain, others, restricting);
    }

    /** Whether somebody said something of that very address; a pattern may cover it by mistake. */
    boolean names(String name) {
      return exact.containsKey(folded(name));
    }

    Optional<Callee> of(String name) {
      String folded = folded(name);
      Callee own = exact.get(folded);
      if (own != null) {
        return Optional.of(own);
      }
      Optional<Pattern> ofDomain = first(byDomain.getOrDefault(domain(folded), List.of()), folded);
      Optional<Pattern> other = first(others, folded);
      return (ofDomain.isPresent() && other.isPresent()
              ? ofDomain
                  .filter(pattern -> LONGEST.compare(pattern, other.get()) < 0)
                  .or(() -> other)
              : ofDomain.or(() -> other))
          .map(Pattern::callee);
    }

    private static Optional<Pattern> first(List<Pattern> those, String folded) {
      return those.stream().filter(pattern -> pattern.folded().matches(folded)).findFirst();
    }
  }

  /** Takes over what there is; those of file and environment first. */
  public void hold(List<Callee> all) {
    contents = Contents.of(all);
  }

  /** Tells whether there are others that this server cannot read, whose rules nobody here knows. */
  public void unread(boolean any) {
    unread = any;
  }

  /** The one that holds for a name without {@code sip:}. */
  Optional<Callee> of(String name) {
    return contents.of(name);
  }

  /**
   * What could not be checked of a call, or why it is refused. Of whom nobody said anything, takes
   * calls with tokens and none without.
   */
  public Outcome<List<String>> answer(Ring ring) {
    Contents now = contents;
    if (unread && !now.exact().containsKey(folded(ring.to()))) {
      return Outcome.refused(
          Reason.TO_NOT_ALLOWED,
          "this server cannot read the rules of all callees, so nobody can tell whether this one takes"
              + " the call; its log says why");
    }
    Optional<Callee> callee = now.of(ring.to());
    if (callee.isEmpty() && ring.realm().isEmpty()) {
      return Outcome.refused(
          Reason.UNRESTRICTED_NOT_ALLOWED, "this callee takes no calls without tokens");
    }
    if (now.restricting() && !isPlain(ring.to()) && !now.names(ring.to())) {
      return Outcome.refused(
          Reason.TO_NOT_ALLOWED,
          "the callee's address has more in it than a name and a domain, so nobody can tell which"
              + " callee's rules hold");
    }
    return callee.map(one -> one.answer(ring)).orElseGet(() -> Outcome.accepted(List.of()));
  }

  /** An address with parameters, a port or escapes in it may be another one's by another writing. */
  private static boolean isPlain(String name) {
    return name.chars().noneMatch(c -> c == ';' || c == '?' || c == '%' || c == ':');
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String domain(String folded) {
    return folded.substring(folded.lastIndexOf('@') + 1);
  }
}
