package dev.jeton.server.admin;

import dev.jeton.server.store.Entry;
import dev.jeton.server.vault.Sealer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shelves of all kinds. */
final class Shelves {
  private final Map<String, Shelf<?>> byWord = new LinkedHashMap<>();

  Shelves(Iterable<? extends Kind<?>> kinds, Sealer sealer) {
    for (Kind<?> kind : kinds) {
      if (byWord.put(kind.word(), new Shelf<>(kind, sealer)) != null) {
        throw new IllegalStateException("two kinds are called " + kind.word());
      }
    }
  }

  Collection<Shelf<?>> all() {
    return byWord.values();
  }

  List<String> words() {
    return byWord.keySet().stream().sorted().toList();
  }

  Optional<Shelf<?>> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** A kind's shelf has things of that kind. */
  @SuppressWarnings("unchecked")
  <S> Shelf<S> of(Kind<S> kind) {
    Shelf<?> shelf = byWord.get(kind.word());
    if (shelf == null) {
      throw new IllegalArgumentException(kind.word() + " is no bean");
    }
    return (Shelf<S>) shelf;
  }

  /** Tries again what could not be taken up. */
  void again() {
    byWord.values().forEach(Shelf::again);
  }

  /** How many cannot be read, or not all of them. */
  int unread() {
    return byWord.values().stream().mapToInt(Shelf::unread).sum();
  }

  /** Takes over what changed. Entries of a kind that nobody here knows are left alone. */
  void changed(List<Entry> entries) {
    Map<String, List<Entry>> byKind = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byKind.computeIfAbsent(entry.id().kind(), kind -> new ArrayList<>()).add(entry);
    }
    byKind.forEach((word, those) -> find(word).ifPresent(shelf -> shelf.changed(those)));
  }
}
