package dev.jeton.server.sunbird;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.NoKey;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.sunbird.Credential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential of this server: what its tokens are checked with, and what signs them. */
public final class SunbirdCredential {
  private final CredentialSpec spec;
  private final KeyVersions versions;
  private final List<LiveKey> keys;

  SunbirdCredential(CredentialSpec spec, KeyVersions versions, List<LiveKey> keys) {
    this.spec = spec;
    this.versions = versions;
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
    return NoKey.toVerify(versions, now, "secret of its credential");
  }

  /** What to refuse minting with while no secret signs. */
  Problem noKey(Instant now) {
    return NoKey.toSign(versions, now, "Sunbird credential " + name(), "secret");
  }

  @Override
  public String toString() {
    return "SunbirdCredential[" + name() + "]";
  }
}
