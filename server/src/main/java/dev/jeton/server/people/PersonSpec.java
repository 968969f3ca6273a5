package dev.jeton.server.people;

import dev.jeton.server.access.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator says of a person.
 *
 * @param name by which the person signs in
 * @param enabled whether the person may
 */
record PersonSpec(String name, Optional<String> mail, Set<Role> roles, boolean enabled) {

  PersonSpec {
    roles = Set.copyOf(roles);
  }
}
