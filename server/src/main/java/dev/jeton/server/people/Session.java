package dev.jeton.server.people;

import java.time.Instant;

/**
 * One time that somebody signed in.
 *
 * @param id for lists and paths; no secret
 * @param hash of the secret in the cookie
 * @param seenAt when it was used last, as far as all nodes know
 * @param provenAt when the person proved last who it is
 */
record Session(String id, String hash, Instant beganAt, Instant seenAt, Instant provenAt) {

  Session seen(Instant now) {
    return now.isAfter(seenAt) ? new Session(id, hash, beganAt, now, provenAt) : this;
  }

  Session proven(Instant now) {
    return new Session(id, hash, beganAt, now.isAfter(seenAt) ? now : seenAt, now);
  }

  /** When it ends if nobody uses it any more. */
  Instant endsAt(PeopleSettings settings) {
    Instant idle = seenAt.plus(settings.sessionIdle());
    Instant last = beganAt.plus(settings.sessionLength());
    return idle.isBefore(last) ? idle : last;
  }

  @Override
  public String toString() {
    return "Session[" + id + "]";
  }
}
