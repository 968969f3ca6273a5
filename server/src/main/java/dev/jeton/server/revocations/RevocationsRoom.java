package dev.jeton.server.revocations;

import dev.jeton.server.store.Snapshot;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the room together. */
@Singleton
final class RevocationsRoom {

  @Produces
  @Singleton
  RevokedTokens revoked(Snapshot snapshot) {
    return RevokedTokens.follow(snapshot);
  }
}
