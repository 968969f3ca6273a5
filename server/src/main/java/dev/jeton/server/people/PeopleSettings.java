package dev.jeton.server.people;

import java.time.Duration;
import java.util.Optional;

/**
 * How people sign in.
 *
 * @param sessionIdle how long a session lasts that nobody uses
 * @param sessionLength how long a session lasts at most
 * @param lockout when accounts are locked; empty for never
 * @param address how links to people begin; empty for the address that the operator used
 */
record PeopleSettings(
    Duration sessionIdle,
    Duration sessionLength,
    Optional<Lockout> lockout,
    Optional<String> address) {

  /**
   * When an account is locked.
   *
   * @param after how many wrong passwords in a row
   * @param lasts how long it is locked the first time
   */
  record Lockout(int after, Duration lasts) {}
}
