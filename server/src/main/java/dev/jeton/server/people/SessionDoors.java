package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.tokens.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code /api/v1/sessions/current}: what everybody who signed in may do with the own session. */
@Singleton
class SessionDoors implements Doors {
  private static final String CURRENT = "/api/v1/sessions/current";
  private static final String OLD = "password";
  private static final String NEW = "newPassword";

  private final Logins logins;
  private final Persons persons;
  private final OwnPassword own;
  private final Passwords passwords;
  private final Acts acts;
  private final InstantSource clock;

  SessionDoors(
      Logins logins,
      Persons persons,
      OwnPassword own,
      Passwords passwords,
      Acts acts,
      InstantSource clock) {
    this.logins = logins;
    this.persons = persons;
    this.own = own;
    this.passwords = passwords;
    this.acts = acts;
    this.clock = clock;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(
        Door.get(CURRENT, Need.ADMINISTRATION, call -> current(call).answer(logins.settings()))
            .right(Right.OWN_SESSION, Verb.READ));
    doors.open(Door.post(CURRENT + "/prove", Need.ADMINISTRATION, this::prove)
        .audited("session-prove", null)
        .right(Right.OWN_SESSION, Verb.WRITE)
        .offTheLoop()
        .costly());
    doors.open(Door.post(CURRENT + "/password", Need.ADMINISTRATION, this::choose)
        .audited("password-change", null)
        .right(Right.OWN_SESSION, Verb.WRITE)
        .offTheLoop()
        .costly());
  }

  private CurrentSession current(Call call) {
    return CurrentSession.of(call, logins, persons, clock.instant());
  }

  private Answer prove(Call call) {
    Secret given = PasswordRules.given(call.body().only(OLD).text(OLD));
    CurrentSession current = current(call);
    own.require(call, current, given);
    Instant now = now();
    Session proven = current.session().proven(now);
    write(
        call,
        current,
        login -> login
            .with(Misses.forgiven(now))
            .withEach(one -> one.id().equals(proven.id()) ? one.proven(now) : one));
    return new CurrentSession(current.person(), proven, current.secret()).answer(logins.settings());
  }

  private Answer choose(Call call) {
    call.body().only(OLD, NEW);
    Secret given = PasswordRules.given(call.body().text(OLD));
    CurrentSession current = current(call);
    Secret chosen = PasswordRules.chosen(call.body().text(NEW), current.person().spec());
    own.require(call, current, given);
    PasswordHash hash = passwords.hash(chosen);
    String id = current.session().id();
    write(
        call,
        current,
        login -> login.with(logins.sealed(current.person().id(), hash), now(), Optional.of(id)));
    return Answer.empty(204);
  }

  private void write(Call call, CurrentSession current, UnaryOperator<Login> change) {
    String person = current.person().id();
    acts.write(writing -> new Acts.Done<>(
        logins.change(
            writing,
            person,
            call.caller().id(),
            now(),
            login -> change.apply(current.requireIn(login))),
        List.of(call.row(
            "done",
            null,
            ClientNetwork.and(call, Map.of("session", current.session().id()))))));
    logins.unwritten().forgive(person);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
