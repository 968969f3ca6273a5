package dev.jeton.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwk;
import dev.jeton.tokens.jwt.VerificationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider that check signatures here. Others in its set, for encryption or of algorithms that
 * are not supported, are left out, and secrets too: what is published is none.
 */
final class KeySet {
  static final KeySet EMPTY = new KeySet(List.of());

  private static final int MOST_KEYS = 100;
  private static final List<String> TEXTS =
      List.of("kty", "kid", "use", "alg", "crv", "x", "y", "n", "e", "d");
  private static final String OPERATIONS = "key_ops";

  private final Map<String, VerificationKey> named = new HashMap<>();
  private final List<VerificationKey> all = new ArrayList<>();

  private KeySet(List<Jwk> keys) {
    for (Jwk jwk : keys) {
      VerificationKey key =
          jwk.key().algorithm() == Algorithm.ED25519 ? jwk.key().takingEdDsa() : jwk.key();
      all.add(key);
      jwk.kid().ifPresent(kid -> named.putIfAbsent(kid, key));
    }
  }

  /** Reads a set as it is published. */
  static KeySet read(JsonNode set) throws Unanswered {
    JsonNode listed = set.path("keys");
    if (!listed.isArray() || listed.size() > MOST_KEYS) {
      throw new Unanswered("the key set is no list of at most " + MOST_KEYS + " keys");
    }
    List<Jwk> keys = new ArrayList<>();
    for (JsonNode one : listed) {
      if (Jwk.parse(jwk(one)) instanceof Outcome.Accepted<Jwk> accepted
          && !accepted.value().key().algorithm().isSymmetric()) {
        keys.add(accepted.value());
      }
    }
    if (keys.isEmpty()) {
      throw new Unanswered(
          "the key set has no key for RS256, ES256 or Ed25519; have tokens signed with one of these");
    }
    return new KeySet(keys);
  }

  /** The key that a token names, or the only one where it names none. */
  Optional<VerificationKey> find(@Nullable String kid) {
    if (kid != null) {
      return Optional.ofNullable(named.get(kid));
    }
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What says which key it is; chains of certificates and the like are of no interest. */
  private static JsonObject jwk(JsonNode one) {
    JsonObject.Builder members = JsonObject.builder();
    for (String name : TEXTS) {
      if (one.path(name).isTextual()) {
        members.put(name, one.path(name).asText());
      }
    }
    if (one.path(OPERATIONS).isArray()) {
      List<JsonValue> operations = new ArrayList<>();
      one.path(OPERATIONS).forEach(operation -> operations.add(new JsonText(operation.asText())));
      members.put(OPERATIONS, new JsonItems(operations));
    }
    return members.build();
  }
}
