package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.WebPage;
import dev.jeton.server.oidc.SignIns;
import dev.jeton.tokens.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** {@code /sign-in} and {@code /sign-out}. */
@Singleton
class SignInDoors implements Doors {
  private final Answer page;
  private final Logins logins;
  private final Persons persons;
  private final PasswordCheck check;
  private final Acts acts;
  private final InstantSource clock;
  private final RandomGenerator random;

  SignInDoors(
      Logins logins,
      Persons persons,
      PasswordCheck check,
      Acts acts,
      SignIns elsewhere,
      InstantSource clock,
      RandomGenerator random) {
    this.page = WebPage.of(
        SignInDoors.class, "sign-in.html", Map.of("elsewhere", links(elsewhere.offered())));
    this.logins = logins;
    this.persons = persons;
    this.check = check;
    this.acts = acts;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get("/sign-in", Need.OPEN, call -> page));
    doors.open(Door.post("/sign-in", Need.OPEN, this::signIn)
        .audited("sign-in", null)
        .offTheLoop()
        .costly());
    doors.open(Door.post("/sign-out", Need.ADMINISTRATION, this::signOut)
        .audited("sign-out", null)
        .right(Right.OWN_SESSION, Verb.WRITE)
        .offTheLoop());
  }

  /** To each provider by which people may sign in; nothing where there is none. */
  private static String links(List<SignIns.Offered> offered) {
    return offered.stream()
        .map(one -> "<p><a href=\"" + OidcDoors.PATH + "?provider=" + one.name()
            + "\">Sign in with " + WebPage.text(one.label()) + "</a></p>")
        .collect(Collectors.joining("\n"));
  }

  private Answer signIn(Call call) {
    OwnPages.require(call);
    Fields body = call.body().only("name", "password");
    Secret given = PasswordRules.given(body.text("password"));
    Optional<Stored<PersonSpec>> person = persons.named(body.text("name"));
    Optional<String> fault = check.fault(call, person, given);
    if (fault.isPresent() || person.isEmpty()) {
      throw new Refused(new Problem(
              401,
              "wrong-sign-in",
              "name or password is wrong, or the account is locked for a while after many wrong"
                  + " ones; an operator can unlock it"))
          .recordedAs(
              fault.orElse("PERSON_UNKNOWN"), ClientNetwork.and(call, Map.of()), about(person));
    }
    return begin(call, person.get());
  }

  private Answer begin(Call call, Stored<PersonSpec> person) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    NewSession begun = NewSession.make(now, now, NewSession.shown(call.presented()), random);
    acts.write(writing -> {
      Login login =
          begun.keep(writing, logins, person.id(), before -> before.with(Misses.forgiven(now)));
      Map<String, String> details =
          ClientNetwork.and(call, Map.of("session", begun.session().id()));
      return new Acts.Done<>(
          login, List.of(call.row("done", null, details).about(PersonDoors.about(person))));
    });
    logins.unwritten().forgive(person.id());
    CurrentSession.PersonRef ref = new CurrentSession.PersonRef(person.id(), person.spec());
    return new CurrentSession(ref, begun.session(), begun.secret())
        .answer(logins.settings())
        .with("Set-Cookie", begun.cookie(call.arrival(), logins.settings()));
  }

  private Answer signOut(Call call) {
    call.body().only();
    CurrentSession current = CurrentSession.of(call, logins, persons, clock.instant());
    logins.unwritten().end(current.session());
    Answer out = Answer.empty(204).with("Set-Cookie", SessionCookie.cleared(call.arrival()));
    try {
      forget(call, current);
      return out;
    } catch (Refused e) {
      // This node has it in memory, and the upkeep tells the store when that is back.
      Map<String, String> details = Map.of("session", current.session().id());
      return out.noted(call.row("done", e.exactCode(), details));
    }
  }

  private void forget(Call call, CurrentSession current) {
    String id = current.session().id();
    acts.write(writing -> new Acts.Done<>(
        logins.change(
            writing,
            current.person().id(),
            call.caller().id(),
            clock.instant(),
            login -> login.without(id)),
        List.of(call.row("done", null, Map.of("session", id)))));
  }

  /** What was typed for a name is nobody's name unless there is such an account. */
  private static People about(Optional<Stored<PersonSpec>> person) {
    return person.map(PersonDoors::about).orElse(People.NONE);
  }
}
