package dev.jeton.server.people;

import java.time.Instant;

/**
 * One time that somebody signed in.
 *
 * @param id for lists and paths; no secret
 * @param hash of the secret in the cookie
 * @param seenAt when it was used last, as far as all nodes know
 * @param provenAt when the person proved last who it is
 * @param wrong how many wrong passwords were given in it since then
 */
record Session(
    String id, String hash, Instant beganAt, Instant seenAt, Instant provenAt, int wrong) {

  /** One that begins now, for somebody who proved at that time who it is. */
  static Session begin(String id, String hash, Instant now, Instant proven) {
    return new Session(id, hash, now, now, proven, 0);
  }

  Session seen(Instant now) {
    return now.isAfter(seenAt) ? new Session(id, hash, beganAt, now, provenAt, wrong) : this;
  }

  Session proven(Instant now) {
    return new Session(id, hash, beganAt, now.isAfter(seenAt) ? now : seenAt, now, 0);
  }

  /** After one more wrong password in it. */
  Session missed() {
    return new Session(id, hash, beganAt, seenAt, provenAt, wrong + 1);
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
