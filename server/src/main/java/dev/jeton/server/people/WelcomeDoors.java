package dev.jeton.server.people;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Role;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.WebPage;
import dev.jeton.server.store.Writing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** {@code /welcome}: where the holder of a link chooses a password. */
@Singleton
class WelcomeDoors implements Doors {
  static final String PATH = "/welcome";

  private static final Answer PAGE = WebPage.of(WelcomeDoors.class, "welcome.html");
  private static final String BY_FIRST_LINK = "first-link";
  private static final String SECRET = "secret";
  private static final String PASSWORD = "password";

  private final PersonKind kind;
  private final Logins logins;
  private final Persons persons;
  private final FirstLink first;
  private final Passwords passwords;
  private final Acts acts;
  private final InstantSource clock;
  private final RandomGenerator random;

  WelcomeDoors(
      PersonKind kind,
      Logins logins,
      Persons persons,
      FirstLink first,
      Passwords passwords,
      Acts acts,
      InstantSource clock,
      RandomGenerator random) {
    this.kind = kind;
    this.logins = logins;
    this.persons = persons;
    this.first = first;
    this.passwords = passwords;
    this.acts = acts;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get(PATH, Need.OPEN, call -> PAGE));
    doors.open(Door.post(PATH, Need.OPEN, this::choose)
        .audited("welcome", null)
        .offTheLoop()
        .costly());
  }

  private Answer choose(Call call) {
    OwnPages.require(call);
    Fields body = call.body().only(SECRET, PersonFields.NAME, PASSWORD);
    String name = body.text(SECRET).startsWith(FirstLink.PREFIX)
        ? makeFirst(call, body)
        : choosePassword(call, body);
    return Answer.json(200, Json.object(json -> json.put("name", name)));
  }

  private String makeFirst(Call call, Fields body) {
    PersonSpec spec = new PersonSpec(
        PersonFields.name(body.text(PersonFields.NAME)),
        Optional.empty(),
        Set.of(Role.OPERATOR),
        true);
    var chosen = PasswordRules.chosen(body.text(PASSWORD), spec);
    if (!call.local()) {
      throw notFromHere(call);
    }
    Link taken = first.take(body.text(SECRET));
    if (taken == null) {
      throw ended(call);
    }
    boolean made = false;
    try {
      PasswordHash hash = passwords.hash(chosen);
      acts.create(kind, spec, BY_FIRST_LINK, random, (writing, one) -> {
        if (isAnybodyBeside(writing, one.id())) {
          throw ended(call);
        }
        logins.change(
            writing,
            one.id(),
            BY_FIRST_LINK,
            now(),
            login -> login.with(logins.sealed(one.id(), hash), now(), Optional.empty()));
        return List.of(PersonDoors.row(call, one, ClientNetwork.and(call, Map.of())));
      });
      made = true;
      first.used();
    } finally {
      if (!made) {
        first.giveBack(taken);
      }
    }
    return spec.name();
  }

  private String choosePassword(Call call, Fields body) {
    String linkHash = OneTimeText.hash(body.text(SECRET));
    Stored<PersonSpec> person = logins
        .linked(linkHash, clock.instant())
        .flatMap(persons::withId)
        .filter(one -> one.spec().enabled())
        .orElseThrow(() -> ended(call));
    PasswordHash hash = passwords.hash(PasswordRules.chosen(body.text(PASSWORD), person.spec()));
    acts.write(writing -> new Acts.Done<>(
        logins.change(writing, person.id(), Caller.Person.id(person.id()), now(), login -> {
          if (!Logins.has(login, linkHash, clock.instant())) {
            throw ended(call);
          }
          return login.with(logins.sealed(person.id(), hash), now(), Optional.empty());
        }),
        List.of(PersonDoors.row(call, person, ClientNetwork.and(call, Map.of())))));
    logins.unwritten().forgive(person.id());
    return person.spec().name();
  }

  /** By the store, which knows of those too whom another server has made meanwhile. */
  private static boolean isAnybodyBeside(Writing writing, String id) {
    return writing.changedSince(0).stream()
        .filter(entry -> entry.id().kind().equals(PersonKind.WORD) && !entry.deleted())
        .anyMatch(entry -> !entry.id().id().equals(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Refused notFromHere(Call call) {
    return new Refused(new Problem(
            401,
            "not-from-here",
            "the link for the first operator counts on the server's own machine alone, at localhost and"
                + " through no proxy; elsewhere use jeton person create NAME --role operator, then jeton"
                + " person link NAME"))
        .recordedAs("FIRST_LINK_FROM_AFAR", ClientNetwork.and(call, Map.of()));
  }

  private static Refused ended(Call call) {
    return new Refused(new Problem(
            401,
            "link-ended",
            "this link does not count, or not any more; ask an operator for another, or start the server"
                + " again if there is none yet"))
        .recordedAs("LINK_ENDED", ClientNetwork.and(call, Map.of()));
  }
}
