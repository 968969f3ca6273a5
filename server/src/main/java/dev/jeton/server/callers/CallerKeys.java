package dev.jeton.server.callers;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All callers and their API keys in memory, those that ended among them, by their labels. */
final class CallerKeys {
  private volatile Map<String, Held> held = Map.of();
  private volatile Map<String, Known> callers = Map.of();

  /** A caller and its id. */
  record Known(String id, CallerSpec spec) {}

  /** What a key came to that somebody showed. */
  sealed interface Found {

    /** It counts. */
    record Usable(Known caller) implements Found {}

    /**
     * It does not.
     *
     * @param code why, for the audit
     * @param caller whose it is, where that is known
     */
    record Refused(String code, Optional<Known> caller) implements Found {}
  }

  /**
   * One key and whose it is.
   *
   * @param hash null of one that is dead
   */
  private record Held(
      Known caller, KeyVersion key, @Nullable Secret hash) {

    Found found(ApiKey shown, String client, Instant now) {
      if (hash != null && !hash.equals(shown.hash())) {
        // Whoever knows just the label has proven nothing, and nothing is said of its caller.
        return new Found.Refused("API_KEY_WRONG", Optional.empty());
      }
      if (key.state() == KeyState.REVOKED) {
        return refused("API_KEY_REVOKED");
      }
      if (hash == null) {
        return refused("API_KEY_ENDED");
      }
      if (key.hasEnded(now)) {
        return refused("API_KEY_ENDED");
      }
      if (!key.enabled()) {
        return refused("API_KEY_DISABLED");
      }
      if (!caller.spec().enabled()) {
        return refused("CALLER_DISABLED");
      }
      return caller.spec().mayComeFrom(client)
          ? new Found.Usable(caller)
          : refused("API_KEY_NETWORK");
    }

    private Found refused(String code) {
      return new Found.Refused(code, Optional.of(caller));
    }
  }

  Found find(ApiKey shown, String client, Instant now) {
    Held one = held.get(shown.label());
    return one == null
        ? new Found.Refused("API_KEY_UNKNOWN", Optional.empty())
        : one.found(shown, client, now);
  }

  /** The caller of that id or name. */
  Optional<Known> caller(String reference) {
    return Optional.ofNullable(callers.get(reference))
        .or(() -> Optional.ofNullable(callers.get(folded(reference))));
  }

  /** The labels of each caller's keys. */
  Map<String, List<String>> labels() {
    return held.entrySet().stream()
        .collect(Collectors.groupingBy(
            one -> one.getValue().caller().id(),
            Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  /** Takes over what callers there are now. */
  void hold(List<Stored<CallerSpec>> all) {
    Map<String, Held> next = new HashMap<>();
    Map<String, Known> references = new HashMap<>();
    for (Stored<CallerSpec> one : all) {
      Known caller = new Known(one.id(), one.spec());
      references.put(folded(one.spec().name()), caller);
      references.put(one.id(), caller);
      for (KeyVersion key : one.keys().all()) {
        String label = key.label();
        if (label != null) {
          next.put(label, new Held(caller, key, one.secrets().get(key.id())));
        }
      }
    }
    held = next;
    callers = references;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
