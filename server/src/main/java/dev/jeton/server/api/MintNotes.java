package dev.jeton.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a kind writes down while it mints under an {@code Idempotency-Key}, because the request alone
 * does not say it a second time. Kept sealed; where there is no key it is kept nowhere.
 */
public final class MintNotes {
  private final Map<String, String> notes;

  MintNotes(Map<String, String> notes) {
    this.notes = new LinkedHashMap<>(notes);
  }

  /** Without any yet. */
  public static MintNotes none() {
    return new MintNotes(Map.of());
  }

  /** Writes something down under a name that no other part of the request has. */
  public void write(String name, String text) {
    notes.put(name, text);
  }

  /** What was written down under that name. */
  public Optional<String> read(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  Map<String, String> all() {
    return Map.copyOf(notes);
  }
}
