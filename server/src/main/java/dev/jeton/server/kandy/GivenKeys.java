package dev.jeton.server.kandy;

import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Security Keys of a realm that file and environment give. */
record GivenKeys(KeyVersions versions, Map<String, Secret> secrets) {
  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";

  static GivenKeys of(Secret current) {
    return new GivenKeys(
        new KeyVersions(List.of(version(CURRENT, KeyState.ACTIVE, null))),
        Map.of(CURRENT, current));
  }

  static GivenKeys of(Secret current, Secret previous, Instant previousEnd) {
    return new GivenKeys(
        new KeyVersions(List.of(
            version(PREVIOUS, KeyState.RETIRING, previousEnd),
            version(CURRENT, KeyState.ACTIVE, null))),
        Map.of(CURRENT, current, PREVIOUS, previous));
  }

  private static KeyVersion version(String id, KeyState state, @Nullable Instant end) {
    return new KeyVersion(id, state, true, Instant.EPOCH, end, null, null);
  }
}
