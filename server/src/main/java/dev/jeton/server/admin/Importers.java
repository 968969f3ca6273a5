package dev.jeton.server.admin;

import dev.jeton.server.http.Refused;
import java.util.Map;
import java.util.TreeMap;

/** The importers by their words. */
record Importers(Map<String, Importer> byWord) {

  static Importers of(Iterable<Importer> importers) {
    Map<String, Importer> byWord = new TreeMap<>();
    for (Importer importer : importers) {
      if (byWord.put(importer.word(), importer) != null) {
        throw new IllegalStateException("two importers are called " + importer.word());
      }
    }
    return new Importers(byWord);
  }

  Importer named(String word) {
    Importer importer = byWord.get(word);
    if (importer == null) {
      throw Refused.badRequest(
          "unknown-source",
          "nothing of that sort can be imported; known are " + String.join(", ", byWord.keySet()));
    }
    return importer;
  }
}
