package dev.jeton.server.store;

import java.util.Map;

/**
 * What an entry holds.
 *
 * @param document JSON text
 * @param words what must be unique among its kind: what to word
 * @param secrets by their ids
 */
public record Content(
    String document, Map<String, String> words, Map<String, SealedSecret> secrets) {
  public Content {
    words = Map.copyOf(words);
    secrets = Map.copyOf(secrets);
  }
}
