package dev.jeton.server.people;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Role;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.time.Instant;
import java.util.List;

/**
 * The session in which a request comes.
 *
 * @param secret what stands in the cookie
 */
record CurrentSession(PersonRef person, Session session, String secret) {

  /** Whose it is. */
  record PersonRef(String id, PersonSpec spec) {}

  static CurrentSession of(Call call, Logins logins, Persons persons, Instant now) {
    List<String> secrets = SessionCookie.in(call.presented());
    if (!(call.caller() instanceof Caller.Person caller) || secrets.size() != 1) {
      throw none();
    }
    String secret = secrets.get(0);
    Session session = logins
        .session(OneTimeText.hash(secret), now)
        .orElseThrow(CurrentSession::none)
        .session();
    PersonSpec spec =
        persons.withId(caller.account()).orElseThrow(CurrentSession::none).spec();
    return new CurrentSession(new PersonRef(caller.account(), spec), session, secret);
  }

  /** The same login, if the session did not end meanwhile. */
  Login requireIn(Login login) {
    if (login.session(session.id()).isEmpty()) {
      throw new Refused(SessionProof.OVER);
    }
    return login;
  }

  /** What its pages learn of it. */
  Answer answer(PeopleSettings settings) {
    return Answer.json(
        200,
        Json.object(json -> json.put("id", session.id())
            .put("person", person.id())
            .put("name", person.spec().name())
            .put(
                "roles", person.spec().roles().stream().sorted().map(Role::word).toList())
            .put("csrf", SessionProof.csrf(secret))
            .put("startedAt", session.beganAt())
            .put("freshUntil", session.provenAt().plus(SessionProof.FRESH))
            .put("endsAt", session.endsAt(settings))));
  }

  private static Refused none() {
    return new Refused(new Problem(
        409,
        "no-session",
        "this is about the session of somebody who signed in, and you asked with another proof"));
  }

  @Override
  public String toString() {
    return session.toString();
  }
}
