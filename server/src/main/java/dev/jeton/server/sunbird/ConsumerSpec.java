package dev.jeton.server.sunbird;

import java.util.List;
import java.util.Optional;

/**
 * What an operator says of a consumer: an application or a person that calls APIs.
 *
 * @param groups the codes of the groups whose APIs it may call
 * @param enabled without this its credentials neither mint nor verify
 */
public record ConsumerSpec(
    String username, List<String> groups, Optional<String> description, boolean enabled) {
  public ConsumerSpec {
    groups = List.copyOf(groups);
  }
}
