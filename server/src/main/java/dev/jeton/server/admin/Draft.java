package dev.jeton.server.admin;

import dev.jeton.server.store.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is, with the changes of one act that are not made yet. */
final class Draft implements View {
  private final Shelves shelves;
  private final Map<String, Changes<?>> byKind = new HashMap<>();
  private final Deque<Runnable> undoing = new ArrayDeque<>();

  Draft(Shelves shelves) {
    this.shelves = shelves;
  }

  <S> void put(Kind<S> kind, Stored<S> one) {
    Changes<S> changes = of(kind);
    undoing.push(changes.undoing(kind, one.id()));
    changes.put(kind, one);
  }

  /** Takes up what another node has written, which the shelf does not know yet. */
  <S> void take(Shelf<S> shelf, Entry entry) {
    remove(shelf.kind(), entry.id().id());
    if (!entry.deleted()) {
      shelf.readable(entry).ifPresent(one -> put(shelf.kind(), one));
    }
  }

  <S> void remove(Kind<S> kind, String id) {
    Changes<S> changes = of(kind);
    undoing.push(changes.undoing(kind, id));
    changes.remove(kind, id);
  }

  /** From here on changes can be taken back, and those before no more. */
  void settle() {
    undoing.clear();
  }

  /** Takes back what was changed since it was settled. */
  void undo() {
    undoing.forEach(Runnable::run);
    undoing.clear();
  }

  @Override
  public <S> List<Stored<S>> all(Kind<S> kind) {
    List<Stored<S>> before = shelves.of(kind).contents().all();
    Changes<S> changes = of(kind);
    if (changes.touched.isEmpty()) {
      return before;
    }
    List<Stored<S>> all = new ArrayList<>();
    for (Stored<S> one : before) {
      if (!changes.touched.contains(one.id())) {
        all.add(one);
      }
    }
    all.addAll(changes.byId.values());
    return all;
  }

  @Override
  public <S> Optional<Stored<S>> find(Kind<S> kind, String reference) {
    Changes<S> changes = of(kind);
    return changes
        .find(reference)
        .or(() -> shelves
            .of(kind)
            .contents()
            .find(reference)
            .filter(one -> !changes.touched.contains(one.id())));
  }

  /** Under a kind's word stand only things of that kind. */
  @SuppressWarnings("unchecked")
  private <S> Changes<S> of(Kind<S> kind) {
    return (Changes<S>) byKind.computeIfAbsent(kind.word(), word -> new Changes<S>());
  }

  private static final class Changes<S> {
    private final Set<String> touched = new HashSet<>();
    private final Map<String, Stored<S>> byId = new LinkedHashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> idByWord = new HashMap<>();

    private void put(Kind<S> kind, Stored<S> one) {
      remove(kind, one.id());
      byId.put(one.id(), one);
      idByName.put(Shelf.folded(kind.name(one.spec())), one.id());
      kind.words(one.spec()).values().forEach(word -> idByWord.put(word, one.id()));
    }

    private void remove(Kind<S> kind, String id) {
      touched.add(id);
      Stored<S> before = byId.remove(id);
      if (before != null) {
        idByName.remove(Shelf.folded(kind.name(before.spec())));
        kind.words(before.spec()).values().forEach(idByWord::remove);
      }
    }

    private Runnable undoing(Kind<S> kind, String id) {
      Stored<S> before = byId.get(id);
      boolean wasTouched = touched.contains(id);
      return () -> {
        remove(kind, id);
        if (before != null) {
          put(kind, before);
        }
        if (!wasTouched) {
          touched.remove(id);
        }
      };
    }

    private Optional<Stored<S>> find(String reference) {
      return Optional.ofNullable(byId.get(reference))
          .or(() -> Optional.ofNullable(idByName.get(Shelf.folded(reference))).map(byId::get))
          .or(() -> Optional.ofNullable(idByWord.get(reference)).map(byId::get));
    }
  }
}
