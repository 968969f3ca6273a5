package dev.jeton.server.agora;

import dev.jeton.tokens.agora.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What policies have to name: the grants of projects, and what no grant is needed for. */
final class Power {
  /** An RTM 2 token whose permissions on channels and users the request writes itself. */
  private static final String FREE_PERMISSIONS = "free-permissions";

  private Power() {}

  static List<String> all() {
    return Stream.concat(
            Arrays.stream(Grant.values()).map(Grant::word), Stream.of(FREE_PERMISSIONS))
        .toList();
  }

  static List<String> of(List<Service> services) {
    List<String> powers = new ArrayList<>();
    Reach.of(services).forEach(grant -> powers.add(grant.word()));
    if (services.stream().anyMatch(Service.Rtm2.class::isInstance)) {
      powers.add(FREE_PERMISSIONS);
    }
    return powers;
  }
}
