package dev.jeton.server.callers;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the parts of this room share. */
@Singleton
final class CallersRoom {

  @Produces
  @Singleton
  CallerKeys keys() {
    return new CallerKeys();
  }

  @Produces
  @Singleton
  BoundCallers bound() {
    return new BoundCallers();
  }

  @Produces
  @Singleton
  KeyUses uses() {
    return new KeyUses();
  }
}
