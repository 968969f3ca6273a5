package dev.jeton.server.hub;

import dev.jeton.tokens.hub.ApiKey;
import java.util.Optional;

/**
 * What an operator says of an API key, without its secrets.
 *
 * @param name what people call it; the key itself where they gave it no name
 * @param account the id of the account that it belongs to
 * @param secure whether its users have to sign
 * @param valid whether it counts at all
 */
public record KeySpec(
    String name,
    ApiKey key,
    KeyType type,
    Optional<String> account,
    boolean secure,
    boolean valid,
    Optional<String> description) {

  /** The same, of another account or of one that is named otherwise. */
  public KeySpec of(String other) {
    return new KeySpec(name, key, type, Optional.of(other), secure, valid, description);
  }
}
