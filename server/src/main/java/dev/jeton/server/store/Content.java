package dev.jeton.server.store;

import java.util.Map;

/**
 * What an entry holds.
 *
 * @param document JSON, without any secret
 * @param secrets by their ids; those that an entry had and that are not here are deleted
 */
public record Content(String document, Words words, Map<String, SealedSecret> secrets) {

  public Content {
    secrets = Map.copyOf(secrets);
  }
}
