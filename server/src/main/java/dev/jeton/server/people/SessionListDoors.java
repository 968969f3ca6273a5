package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** {@code /api/v1/sessions}: who is signed in, and ending it. */
@Singleton
class SessionListDoors implements Doors {
  private static final String PATH = "/api/v1/sessions";
  private static final String RESOURCE = "session";
  private static final int MOST = 200;

  private final Logins logins;
  private final Persons persons;
  private final Acts acts;
  private final InstantSource clock;

  SessionListDoors(Logins logins, Persons persons, Acts acts, InstantSource clock) {
    this.logins = logins;
    this.persons = persons;
    this.acts = acts;
    this.clock = clock;
  }

  private record Owned(Stored<PersonSpec> person, Session session) {}

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get(PATH, Need.ADMINISTRATION, this::list).right(RESOURCE, Verb.READ));
    doors.open(Door.of(HttpMethod.DELETE, PATH + "/{id}", Need.ADMINISTRATION, this::end)
        .audited("session-end", null)
        .right(RESOURCE, Verb.WRITE)
        .offTheLoop());
    doors.open(Door.of(
            HttpMethod.DELETE,
            PersonKind.PATH + "/{ref}/sessions",
            Need.ADMINISTRATION,
            this::endAll)
        .audited("session-end", null)
        .right(RESOURCE, Verb.WRITE)
        .offTheLoop());
  }

  /** The newest first; the answer says how many there are beyond those that it lists. */
  private Answer list(Call call) {
    call.onlyQuery("person");
    String wanted = call.query("person");
    List<Owned> all = all().stream()
        .filter(one -> wanted == null || Optional.of(one.person()).equals(persons.find(wanted)))
        .sorted(Comparator.comparing((Owned one) -> one.session().beganAt()).reversed())
        .toList();
    return Answer.json(
        200,
        Json.object(json -> json.putEach(
                "items", all.stream().limit(MOST).map(this::members).toList())
            .put("total", all.size())));
  }

  private Consumer<Json> members(Owned one) {
    return json -> json.put("id", one.session().id())
        .put("person", one.person().id())
        .put("name", one.person().spec().name())
        .put("startedAt", one.session().beganAt())
        .put("seenAt", one.session().seenAt())
        .put("endsAt", one.session().endsAt(logins.settings()));
  }

  private List<Owned> all() {
    Instant now = clock.instant();
    List<Owned> all = new ArrayList<>();
    for (String id : logins.people()) {
      persons
          .withId(id)
          .ifPresent(person -> logins
              .of(id)
              .current(now, logins.settings())
              .sessions()
              .forEach(session -> all.add(new Owned(person, session))));
    }
    return all;
  }

  private Answer end(Call call) {
    String id = call.path("id");
    Owned found = all().stream()
        .filter(one -> one.session().id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new Refused(new Problem(404, "not-found", "there is no session of that id here")));
    write(call, found.person(), Map.of("session", id), login -> login.without(id));
    return Answer.empty(204);
  }

  private Answer endAll(Call call) {
    Stored<PersonSpec> person = persons.find(call.path("ref")).orElseThrow(PersonDoors::unknown);
    write(call, person, Map.of(), Login::withoutSessions);
    return Answer.empty(204);
  }

  private void write(
      Call call,
      Stored<PersonSpec> person,
      Map<String, String> details,
      UnaryOperator<Login> change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    acts.write(writing -> new Acts.Done<>(
        logins.change(writing, person.id(), call.caller().id(), now, change),
        List.of(PersonDoors.row(call, person, details))));
  }
}
