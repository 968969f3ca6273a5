package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is refused of one platform, to be looked up by what a token says. */
final class Marks {
  /** Stands for the tokens of all owners. */
  private static final String EVERYBODY = "";

  private final Index tokens = new Index();
  private final Index users = new Index();
  private final Index all = new Index();

  /** Whose, and what of his. */
  private record Key(String owner, String word) {}

  /** Instants by key; an entry puts its own beside those of others. */
  private static final class Index {
    private final Map<Key, Map<String, Instant>> byKey = new ConcurrentHashMap<>();

    boolean isEmpty() {
      return byKey.isEmpty();
    }

    void put(Key key, String entry, Instant before) {
      byKey.merge(key, Map.of(entry, before), Index::joined);
    }

    private static Map<String, Instant> joined(
        Map<String, Instant> some, Map<String, Instant> more) {
      Map<String, Instant> both = new HashMap<>(some);
      both.putAll(more);
      return Map.copyOf(both);
    }

    void remove(Key key, String entry) {
      byKey.computeIfPresent(key, (same, entries) -> {
        Map<String, Instant> left = new HashMap<>(entries);
        left.remove(entry);
        return left.isEmpty() ? null : Map.copyOf(left);
      });
    }

    boolean refuses(String owner, String word, Optional<Instant> issuedAt) {
      return isBefore(new Key(owner, word), issuedAt)
          || isBefore(new Key(EVERYBODY, word), issuedAt);
    }

    private boolean isBefore(Key key, Optional<Instant> issuedAt) {
      Map<String, Instant> marks = byKey.get(key);
      return marks != null
          && (issuedAt.isEmpty()
              || marks.values().stream().anyMatch(mark -> issuedAt.get().isBefore(mark)));
    }

    Optional<Instant> latest(Key key) {
      return byKey.getOrDefault(key, Map.of()).values().stream().max(Instant::compareTo);
    }
  }

  void put(Revocation one) {
    String owner = one.ownerId();
    if (one.target() instanceof Target.Token token) {
      token.ids().forEach(id -> tokens.put(new Key(owner, id), one.id(), Instant.MAX));
    } else if (one.target() instanceof Target.User user) {
      users.put(new Key(owner, user.user()), one.id(), user.before());
    } else if (one.target() instanceof Target.All every) {
      all.put(new Key(owner, ""), one.id(), every.before());
    }
  }

  void remove(Revocation one) {
    String owner = one.ownerId();
    if (one.target() instanceof Target.Token token) {
      token.ids().forEach(id -> tokens.remove(new Key(owner, id), one.id()));
    } else if (one.target() instanceof Target.User user) {
      users.remove(new Key(owner, user.user()), one.id());
    } else {
      all.remove(new Key(owner, ""), one.id());
    }
  }

  boolean refuse(TokenFacts token) {
    String owner = token.owner();
    return (!all.isEmpty() && all.refuses(owner, "", token.issuedAt()))
        || (!users.isEmpty()
            && token.users().stream()
                .anyMatch(user -> users.refuses(owner, user, token.issuedAt())))
        || (!tokens.isEmpty()
            && token.ids().get().stream()
                .anyMatch(id -> tokens.refuses(owner, id, Optional.empty())));
  }

  /** The latest watermark of just that; tokens by their ids have none. */
  Optional<Instant> watermark(String owner, Target target) {
    if (target instanceof Target.User user) {
      return users.latest(new Key(owner, user.user()));
    }
    return target instanceof Target.All ? all.latest(new Key(owner, "")) : Optional.empty();
  }
}
