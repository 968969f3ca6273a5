package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** What operators do for a person besides describing it: unlock, and a link to choose a password. */
@Singleton
class PersonDoors implements Doors {
  private static final Duration LINK_LASTS = Duration.ofHours(24);

  private final Logins logins;
  private final Persons persons;
  private final Acts acts;
  private final LinkMail mail;
  private final InstantSource clock;
  private final RandomGenerator random;

  PersonDoors(
      Logins logins,
      Persons persons,
      Acts acts,
      LinkMail mail,
      InstantSource clock,
      RandomGenerator random) {
    this.logins = logins;
    this.persons = persons;
    this.acts = acts;
    this.mail = mail;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(PersonKind.PATH + "/{ref}/unlock", Need.ADMINISTRATION, this::unlock)
        .audited("person-unlock", null)
        .right(PersonKind.WORD, Verb.WRITE)
        .offTheLoop());
    doors.open(Door.post(PersonKind.PATH + "/{ref}/link", Need.ADMINISTRATION, this::link)
        .audited("person-link", null)
        .right(PersonKind.WORD, Verb.WRITE)
        .fresh()
        .offTheLoop());
  }

  private Answer unlock(Call call) {
    call.body().only();
    Stored<PersonSpec> person = persons.find(call.path("ref")).orElseThrow(PersonDoors::unknown);
    Instant now = now();
    write(call, person, login -> login.with(Misses.forgiven(now)));
    logins.unwritten().forgive(person.id());
    return Answer.empty(204);
  }

  private Answer link(Call call) {
    boolean mails = call.body().only("mail").truthOr("mail", false);
    Stored<PersonSpec> person = persons.find(call.path("ref")).orElseThrow(PersonDoors::unknown);
    if (mails) {
      mail.require(person.spec());
    }
    String secret = OneTimeText.make(random);
    Link link = new Link(OneTimeText.hash(secret), now().plus(LINK_LASTS));
    write(call, person, login -> login.with(link));
    String text = mail.base(call) + WelcomeDoors.PATH + "#" + secret;
    if (mails) {
      mail.send(person.spec(), call.requestId(), text, link.endsAt());
      return Answer.json(
          200, Json.object(json -> json.put("mailed", true).put("endsAt", link.endsAt())));
    }
    return Answer.json(
        200, Json.object(json -> json.put("link", text).put("endsAt", link.endsAt())));
  }

  private void write(Call call, Stored<PersonSpec> person, UnaryOperator<Login> change) {
    acts.write(writing -> new Acts.Done<>(
        logins.change(writing, person.id(), call.caller().id(), now(), change),
        List.of(row(call, person, Map.of()))));
  }

  /** What was done, as the kind's own doors tell of a person. */
  static AuditRow row(Call call, Stored<PersonSpec> person, Map<String, String> more) {
    Map<String, String> details = new HashMap<>(more);
    details.put("id", person.id());
    return call.row("done", null, details).about(about(person));
  }

  /** The name, which can be erased from the audit. */
  static People about(Stored<PersonSpec> person) {
    return People.NONE.and(PersonKind.WORD, person.spec().name());
  }

  static Refused unknown() {
    return new Refused(new Problem(404, "not-found", "there is no person of that id or name here"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
