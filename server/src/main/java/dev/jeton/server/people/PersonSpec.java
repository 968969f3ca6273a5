package dev.jeton.server.people;

import dev.jeton.server.access.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator says of a person.
 *
 * @param name by which the person signs in
 * @param enabled whether the person may
 * @param elsewhere as whom the person is known to an identity provider
 */
record PersonSpec(
    String name,
    Optional<String> mail,
    Set<Role> roles,
    boolean enabled,
    Optional<Subject> elsewhere) {

  /**
   * Somebody as an identity provider knows him.
   *
   * @param id unique there and for ever, unlike a mail address
   */
  record Subject(String issuer, String id) {}

  /** Who signs in here alone. */
  PersonSpec(String name, Optional<String> mail, Set<Role> roles, boolean enabled) {
    this(name, mail, roles, enabled, Optional.empty());
  }

  PersonSpec {
    roles = Set.copyOf(roles);
  }
}
