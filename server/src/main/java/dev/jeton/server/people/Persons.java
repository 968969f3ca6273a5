package dev.jeton.server.people;

import dev.jeton.server.admin.Stored;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All people, in memory. */
@Singleton
class Persons {
  private volatile Held held = new Held(Map.of(), Map.of(), Map.of());

  private record Held(
      Map<String, Stored<PersonSpec>> byId,
      Map<String, Stored<PersonSpec>> byName,
      Map<PersonSpec.Subject, Stored<PersonSpec>> bySubject) {}

  void hold(List<Stored<PersonSpec>> all) {
    Map<String, Stored<PersonSpec>> byId = new HashMap<>();
    Map<String, Stored<PersonSpec>> byName = new HashMap<>();
    Map<PersonSpec.Subject, Stored<PersonSpec>> bySubject = new HashMap<>();
    for (Stored<PersonSpec> one : all) {
      byId.put(one.id(), one);
      byName.put(folded(one.spec().name()), one);
      one.spec().elsewhere().ifPresent(subject -> bySubject.put(subject, one));
    }
    held = new Held(byId, byName, bySubject);
  }

  int size() {
    return held.byId.size();
  }

  boolean isEmpty() {
    return held.byId.isEmpty();
  }

  Optional<Stored<PersonSpec>> named(String name) {
    return Optional.ofNullable(held.byName.get(folded(name)));
  }

  Optional<Stored<PersonSpec>> withId(String id) {
    return Optional.ofNullable(held.byId.get(id));
  }

  /** Whom an identity provider knows as that. */
  Optional<Stored<PersonSpec>> known(PersonSpec.Subject subject) {
    return Optional.ofNullable(held.bySubject.get(subject));
  }

  /** The one that a path means, by id or name. */
  Optional<Stored<PersonSpec>> find(String reference) {
    return withId(reference).or(() -> named(reference));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
