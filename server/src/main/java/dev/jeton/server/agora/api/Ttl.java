package dev.jeton.server.agora.api;

import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.http.Fields;

/** Lifetimes in API requests: whole seconds, over-long ones are refused. */
final class Ttl {
  static final String MEMBER = "ttlSeconds";

  private Ttl() {}

  static long of(Fields request, Lifetimes lifetimes) {
    Long seconds = request.wholeOrNull(MEMBER, 1, lifetimes.longest());
    return seconds == null ? lifetimes.usual() : seconds;
  }

  /**
   * The seconds of one privilege, at most the token's. 0 means until the token ends and is written as
   * the token's seconds: a 0 on the wire would let a user stay in after the token's end.
   */
  static long ofPrivilege(Fields privileges, String name, long ttl) {
    long seconds = privileges.whole(name, 0, ttl);
    return seconds == 0 ? ttl : seconds;
  }
}
