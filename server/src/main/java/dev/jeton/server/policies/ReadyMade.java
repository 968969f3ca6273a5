package dev.jeton.server.policies;

import java.util.List;

/**
 * A policy for a usual case, which operators take by its name.
 *
 * @param purpose what it is for, in one sentence
 * @param platforms for which it is meant; empty where the policy has to say so
 * @param when its condition
 * @param powers those it needs
 * @param ownUserOnly whether the user has to be the caller's own
 */
public record ReadyMade(
    String name,
    String purpose,
    List<String> platforms,
    String when,
    List<String> powers,
    boolean ownUserOnly) {
  public ReadyMade {
    platforms = List.copyOf(platforms);
    powers = List.copyOf(powers);
  }

  /** One for a platform that needs no powers. */
  public static ReadyMade of(String name, String platform, String purpose, String when) {
    return new ReadyMade(name, purpose, List.of(platform), when, List.of(), false);
  }
}
