package dev.jeton.server.admin;

import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 * @param next where the following page goes on; empty on the last
 * @param <S> what an operator says of one
 */
record Page<S>(List<Stored<S>> items, int total, Optional<String> next) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** The page that the request asks for with search, limit and after, of a list sorted by name. */
  static <S> Page<S> of(Call call, Kind<S> kind, List<Stored<S>> all) {
    int limit = limit(call.query("limit"));
    String search = call.query("search");
    List<Stored<S>> found = search == null || search.isBlank()
        ? all
        : all.stream()
            .filter(one -> matches(kind, one, Shelf.folded(search.strip())))
            .toList();
    int from = start(kind, call.query("after"), found);
    int to = Math.min(from + limit, found.size());
    Optional<String> next =
        to < found.size() ? Optional.of(kind.name(found.get(to - 1).spec())) : Optional.empty();
    return new Page<>(found.subList(from, to), found.size(), next);
  }

  private static <S> boolean matches(Kind<S> kind, Stored<S> one, String search) {
    return Shelf.folded(kind.name(one.spec())).contains(search)
        || one.id().startsWith(search)
        || one.keys().all().stream().anyMatch(key -> isLabelled(key, search))
        || kind.words(one.spec()).values().stream()
            .anyMatch(word -> Shelf.folded(word).contains(search));
  }

  /** So that a key that was found somewhere leads to its owner. */
  private static boolean isLabelled(KeyVersion key, String search) {
    String label = key.label();
    return label != null && Shelf.folded(label).equals(search);
  }

  /** The page before may have ended with one that is gone by now. */
  private static <S> int start(Kind<S> kind, @Nullable String after, List<Stored<S>> all) {
    if (after == null) {
      return 0;
    }
    String last = Shelf.folded(after);
    int from = 0;
    while (from < all.size()
        && Shelf.folded(kind.name(all.get(from).spec())).compareTo(last) <= 0) {
      from++;
    }
    return from;
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw Refused.badRequest("wrong-limit", "limit must be a whole number from 1 to " + MOST);
  }
}
