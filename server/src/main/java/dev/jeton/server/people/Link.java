package dev.jeton.server.people;

import java.time.Instant;

/**
 * A link under which a person may choose a password, once.
 *
 * @param hash of the secret in it
 */
record Link(String hash, Instant endsAt) {
  boolean isLive(Instant now) {
    return now.isBefore(endsAt);
  }

  @Override
  public String toString() {
    return "Link[" + endsAt + "]";
  }
}
