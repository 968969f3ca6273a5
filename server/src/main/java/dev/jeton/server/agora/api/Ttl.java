package dev.jeton.server.agora.api;

import dev.jeton.server.http.Fields;

/** Lifetimes in API requests: whole seconds, over-long ones are refused. */
final class Ttl {
  private static final long DEFAULT = 3600;
  private static final long MAX = 86_400;

  private Ttl() {}

  static long of(Fields request) {
    Long seconds = request.wholeOrNull("ttlSeconds", 1, MAX);
    return seconds == null ? DEFAULT : seconds;
  }

  /** The seconds of one privilege; 0 means until the token ends. */
  static long ofPrivilege(Fields privileges, String name) {
    return privileges.whole(name, 0, MAX);
  }
}
