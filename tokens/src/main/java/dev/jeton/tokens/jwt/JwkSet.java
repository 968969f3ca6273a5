package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JWK Set (RFC 7517 section 5) in which each {@code kid} says one key, and which holds either
 * secrets or public keys: in a set with both, a public key could be taken for a secret.
 */
public final class JwkSet {
  private final List<Jwk> keys;

  private JwkSet(List<Jwk> keys) {
    this.keys = keys;
  }

  /**
   * The set of these keys.
   *
   * @throws IllegalArgumentException if two have one {@code kid}, or secrets and public keys are
   *     mixed
   */
  public static JwkSet of(List<Jwk> keys) {
    if (!areOneSet(keys)) {
      throw new IllegalArgumentException(
          "a set has one key for a kid, and no secrets among public keys");
    }
    return new JwkSet(List.copyOf(keys));
  }

  /**
   * Reads a set. Refuses as {@link Jwk#parse} does for the first key that it does not take, and with
   * MALFORMED what is no list of objects in {@code keys}, has two keys with one {@code kid} or mixes
   * secrets with public keys.
   */
  public static Outcome<JwkSet> parse(JsonObject set) {
    Optional<JsonItems> items = set.items("keys");
    if (items.isEmpty()) {
      return Outcome.refused(Reason.MALFORMED, "a set has its keys as a list in keys");
    }
    List<Jwk> keys = new ArrayList<>();
    for (JsonValue item : items.get().values()) {
      if (!(item instanceof JsonObject object)) {
        return Outcome.refused(Reason.MALFORMED, "a key is an object");
      }
      Outcome<Jwk> key = Jwk.parse(object);
      if (key instanceof Outcome.Refused<Jwk> refused) {
        return Outcome.refused(refused.reason(), refused.detail());
      }
      keys.add(((Outcome.Accepted<Jwk>) key).value());
    }
    return areOneSet(keys)
        ? Outcome.accepted(new JwkSet(List.copyOf(keys)))
        : Outcome.refused(
            Reason.MALFORMED, "two keys have one kid, or secrets are mixed with public keys");
  }

  private static boolean areOneSet(List<Jwk> keys) {
    Set<String> kids = new HashSet<>();
    boolean differ =
        keys.stream().allMatch(key -> key.kid().isEmpty() || kids.add(key.kid().get()));
    long secrets =
        keys.stream().filter(key -> key.key().algorithm().isSymmetric()).count();
    return differ && (secrets == 0 || secrets == keys.size());
  }

  /** The keys in their order. */
  public List<Jwk> keys() {
    return keys;
  }

  /** The key of that name, which is compared and nothing else. */
  public Optional<VerificationKey> find(String kid) {
    return keys.stream()
        .filter(key -> key.kid().filter(kid::equals).isPresent())
        .map(Jwk::key)
        .findFirst();
  }

  /**
   * The set, to be published.
   *
   * @throws IllegalStateException if it holds secrets
   */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("keys", new JsonItems(keys.stream().<JsonValue>map(Jwk::toJson).toList()))
        .build();
  }
}
