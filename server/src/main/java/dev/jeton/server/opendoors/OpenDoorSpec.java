package dev.jeton.server.opendoors;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator says of a door that is opened.
 *
 * @param name a word for it, also in addresses
 * @param door method and path of the door, such as {@code GET /callparameters}
 * @param policy the id of the policy that says what anybody may have there
 * @param perNetwork how many a minute may come from one network
 * @param inTotal how many a minute may come in all
 * @param origins the web origins whose pages alone may ask; none for any program
 * @param difficulty how many numbers a browser tries at most where the guard is a proof of work
 * @param enabled whether it stands open at all
 */
record OpenDoorSpec(
    String name,
    Optional<String> description,
    String door,
    String policy,
    int perNetwork,
    int inTotal,
    List<String> origins,
    GuardKind guard,
    int difficulty,
    boolean enabled) {
  OpenDoorSpec {
    origins = List.copyOf(origins);
  }

  /** The same with its door and its policy named otherwise. */
  OpenDoorSpec with(String otherDoor, String otherPolicy) {
    return new OpenDoorSpec(
        name,
        description,
        otherDoor,
        otherPolicy,
        perNetwork,
        inTotal,
        origins,
        guard,
        difficulty,
        enabled);
  }

  /** The hosts of its origins. */
  Set<String> hosts() {
    return origins.stream()
        .flatMap(origin -> Stream.ofNullable(URI.create(origin).getHost()))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** For the log. */
  String line() {
    return "%s is open to anybody (open door %s): at most %d a minute from one network and %d in all, %s, %s"
        .formatted(
            door,
            name,
            perNetwork,
            inTotal,
            origins.isEmpty() ? "from anywhere" : "for pages of " + String.join(", ", origins),
            guard == GuardKind.NONE ? "unguarded" : "guarded by " + guard.word());
  }
}
