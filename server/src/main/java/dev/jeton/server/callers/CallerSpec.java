package dev.jeton.server.callers;

import dev.jeton.server.settings.Network;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator says of a caller.
 *
 * @param networks from where its keys count; from everywhere when there are none
 * @param policies the ids of the policies that say what it may have minted, in the order in which they
 *     are asked
 * @param enabled whether its keys count at all
 * @param keysEndAfter for how long a key counts that is made from now on; empty for no end
 * @param bound by what it is known that gets no keys; empty for one that does
 */
record CallerSpec(
    String name,
    Optional<String> description,
    List<Network> networks,
    List<String> policies,
    boolean enabled,
    Optional<Duration> keysEndAfter,
    Optional<Binding> bound) {

  CallerSpec {
    networks = List.copyOf(networks);
    policies = List.copyOf(policies);
  }

  /** The same with its policies named otherwise. */
  CallerSpec under(List<String> others) {
    return new CallerSpec(name, description, networks, others, enabled, keysEndAfter, bound);
  }

  /** The same that is known by something else. */
  CallerSpec known(Binding by) {
    return new CallerSpec(
        name, description, networks, policies, enabled, keysEndAfter, Optional.of(by));
  }

  boolean mayComeFrom(String address) {
    return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
  }
}
