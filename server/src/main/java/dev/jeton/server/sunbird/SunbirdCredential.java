package dev.jeton.server.sunbird;

import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.sunbird.Credential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential of this server: what its tokens are checked with, and what signs them. */
public final class SunbirdCredential {
  private final CredentialSpec spec;
  private final List<LiveKey> keys;

  SunbirdCredential(CredentialSpec spec, List<LiveKey> keys) {
    this.spec = spec;
    this.keys = List.copyOf(keys);
  }

  public CredentialSpec spec() {
    return spec;
  }

  /** What callers may name it by, besides its key. */
  public String name() {
    return spec.name();
  }

  /** What its tokens have as {@code iss}. */
  public String key() {
    return spec.key();
  }

  /** What signs at that time; empty where nothing does. */
  Optional<LiveKey> signing(Instant now) {
    for (LiveKey key : keys) {
      if (key.version().isPresent() && key.version().get().signs(now)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** What verifies at that time, the one that signs first; refused where nothing does. */
  Outcome<List<Credential>> verifying(Instant now) {
    List<Credential> verifying = new ArrayList<>(keys.size());
    for (LiveKey key : keys) {
      if (key.version().isEmpty() || key.version().get().verifies(now)) {
        verifying.add(key.credential());
      }
    }
    if (!verifying.isEmpty()) {
      return Outcome.accepted(verifying);
    }
    return isSwitchedOff(now)
        ? Outcome.refused(Reason.KEY_DISABLED, "every secret of its credential is switched off")
        : Outcome.refused(Reason.KEY_EXPIRED, "its credential has no secret any more");
  }

  /** Whether a secret would count if somebody had not switched it off. */
  boolean isSwitchedOff(Instant now) {
    for (LiveKey key : keys) {
      Optional<KeyVersion> version = key.version();
      if (version.isPresent() && !version.get().enabled() && !version.get().hasEnded(now)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "SunbirdCredential[" + name() + "]";
  }
}
