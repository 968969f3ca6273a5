package dev.jeton.server.boot;

import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.settings.Settings;
import dev.jeton.tokens.Secret;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What was settled before the framework started. The framework makes the beans itself, so there is
 * no other way to hand it over than a static place.
 */
record Prepared(
    Settings settings, Secret adminToken, GroupCommitLog audit, StoreStart.Opened store) {
  private static final AtomicReference<Prepared> HANDED_OVER = new AtomicReference<>();

  static void handOver(Prepared prepared) {
    HANDED_OVER.set(prepared);
  }

  static Prepared handedOver() {
    return Objects.requireNonNull(HANDED_OVER.get(), "nothing was prepared");
  }
}
