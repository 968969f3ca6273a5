package dev.jeton.server.kandy;

import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.SecurityKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Security Keys of a realm that may count, the active one first. Whether one does depends on the
 * time, so that is asked each time.
 */
public final class LiveKeys {
  /** None. */
  static final LiveKeys NONE = new LiveKeys(KeyVersions.NONE, List.of());

  private final KeyVersions versions;
  private final List<Held> all;

  private LiveKeys(KeyVersions versions, List<Held> all) {
    this.versions = versions;
    this.all = all;
  }

  /** A version with its key. */
  record Held(KeyVersion version, SecurityKey key) {
    boolean isActive() {
      return version.state() == KeyState.ACTIVE;
    }

    /** What answers call it: a token names no key, so this is all that can be said of it. */
    String word() {
      return switch (version.state()) {
        case ACTIVE -> "current";
        case RETIRING -> "previous";
        default -> version.state().name().toLowerCase(Locale.ROOT);
      };
    }
  }

  /** Those that fit the cipher; one that was made for another opens nothing here. */
  static LiveKeys of(KandyCipher cipher, KeyVersions versions, Map<String, Secret> secrets) {
    List<Held> held = new ArrayList<>();
    for (KeyVersion version : versions.live()) {
      Secret secret = secrets.get(version.id());
      if (secret != null
          && SecurityKey.read(cipher, secret) instanceof Outcome.Accepted<SecurityKey> accepted) {
        held.add(new Held(version, accepted.value()));
      }
    }
    held.sort(Comparator.comparing(one -> !one.isActive()));
    return new LiveKeys(versions, List.copyOf(held));
  }

  /** All, those that fit no cipher of the realm any more too. */
  KeyVersions versions() {
    return versions;
  }

  /** The one that makes tokens. */
  Optional<SecurityKey> signing(Instant now) {
    for (Held held : all) {
      if (held.version().signs(now)) {
        return Optional.of(held.key());
      }
    }
    return Optional.empty();
  }

  /** Those that open tokens, at most two. */
  List<Held> verifying(Instant now) {
    List<Held> verifying = new ArrayList<>(all.size());
    for (Held held : all) {
      if (held.version().verifies(now)) {
        verifying.add(held);
      }
    }
    return verifying;
  }
}
