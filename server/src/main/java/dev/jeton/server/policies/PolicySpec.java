package dev.jeton.server.policies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an operator says of a policy. It allows what all of it allows.
 *
 * @param platforms for whose tokens it is
 * @param projects the names, or patterns of them, of projects, realms, issuers and credentials
 * @param readyMade the name of the ready-made policy whose condition it takes; empty where it has one
 *     of its own
 * @param when its condition in CEL
 * @param longest the longest lifetime in seconds; empty for as long as the project allows
 * @param powers which dangerous things it allows
 * @param ownUserOnly whether the user has to be the caller's own
 * @param explain whether the caller learns the exact reasons of refusals
 */
public record PolicySpec(
    String name,
    Optional<String> description,
    List<String> platforms,
    List<String> projects,
    Optional<String> readyMade,
    String when,
    OptionalLong longest,
    List<String> powers,
    boolean ownUserOnly,
    boolean explain) {
  public PolicySpec {
    platforms = List.copyOf(platforms);
    projects = List.copyOf(projects);
    powers = List.copyOf(powers);
  }

  /** Whether it is for that project of that platform at all. */
  boolean concerns(String platform, String project) {
    return platforms.contains(platform)
        && projects.stream().anyMatch(pattern -> new NamePattern(pattern).matches(project));
  }
}
