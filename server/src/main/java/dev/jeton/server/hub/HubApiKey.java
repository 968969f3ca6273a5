package dev.jeton.server.hub;

import dev.jeton.server.admin.NoKey;
import dev.jeton.server.admin.Stored;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.ApiSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An API key as doors know it, with its secrets. */
public final class HubApiKey {
  private final Stored<KeySpec> stored;

  HubApiKey(Stored<KeySpec> stored) {
    this.stored = stored;
  }

  public String id() {
    return stored.id();
  }

  public String name() {
    return stored.spec().name();
  }

  public ApiKey key() {
    return stored.spec().key();
  }

  public KeyType type() {
    return stored.spec().type();
  }

  /** Whether its users have to sign. */
  public boolean isSecure() {
    return stored.spec().secure();
  }

  /** Whether it counts; of its account {@link HubKeys} knows. */
  public boolean isValid() {
    return stored.spec().valid();
  }

  Optional<String> accountId() {
    return stored.spec().account();
  }

  /** The secret that signs at that time, for whoever calls another Hub with this key. */
  public Optional<ApiSecret> signing(Instant now) {
    return stored.signing(now).map(HubApiKey::secret);
  }

  /**
   * Until when a signature counts that one of the secrets made which verify at that time. Refused as by
   * {@link ApiSignature#check}.
   */
  public Outcome<Instant> check(ApiSignature signature, Instant now, Duration horizon) {
    if (stored.verifying(now).isEmpty()) {
      return NoKey.toVerify(stored.keys(), now, "secret of the API key");
    }
    Outcome<Instant> outcome =
        Outcome.refused(Reason.BAD_SIGNATURE, "no secret of the key signed this message");
    for (Secret secret : stored.verifying(now)) {
      Outcome<Instant> next = signature.check(secret(secret), now, horizon);
      if (!(next instanceof Outcome.Refused<Instant> refused
          && refused.reason() == Reason.BAD_SIGNATURE)) {
        return next;
      }
      outcome = next;
    }
    return outcome;
  }

  private static ApiSecret secret(Secret text) {
    if (ApiSecret.parse(text) instanceof Outcome.Accepted<ApiSecret> secret) {
      return secret.value();
    }
    throw new IllegalStateException("a kept secret was found to be one before");
  }

  @Override
  public String toString() {
    return "HubApiKey[" + key() + "]";
  }
}
