package dev.jeton.server.admin;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Making.Made;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The doors of one kind: create, list, read, change, delete.
 *
 * @param <S> what an operator says of one
 */
final class ResourceDoors<S> {
  private final Kind<S> kind;
  private final Shelf<S> shelf;
  private final Shelves shelves;
  private final Acts acts;
  private final Making making;
  private final AnsweredBefore before;
  private final Reveals reveals;
  private final InstantSource clock;

  ResourceDoors(
      Shelf<S> shelf,
      Shelves shelves,
      Acts acts,
      Making making,
      AnsweredBefore before,
      Reveals reveals,
      InstantSource clock) {
    this.kind = shelf.kind();
    this.shelf = shelf;
    this.shelves = shelves;
    this.acts = acts;
    this.making = making;
    this.before = before;
    this.reveals = reveals;
    this.clock = clock;
  }

  void open(DoorRegistry doors) {
    String one = kind.path() + "/{ref}";
    doors.open(door(HttpMethod.POST, kind.path(), "create", Verb.WRITE, this::create));
    doors.open(Door.get(kind.path(), Need.ADMINISTRATION, this::list).right(right(Verb.READ)));
    doors.open(Door.get(one, Need.ADMINISTRATION, this::show).right(right(Verb.READ)));
    doors.open(door(HttpMethod.PATCH, one, "change", Verb.WRITE, this::change));
    doors.open(door(HttpMethod.DELETE, one, "delete", Verb.WRITE, this::delete));
    kind.secrets().ifPresent(rules -> new SecretDoors<>(kind, rules, this, making).open(doors));
    kind.secrets()
        .filter(SecretRules::mayBeRevealed)
        .ifPresent(rules -> new RevealDoor<>(kind, rules, this, reveals).open(doors));
  }

  Door door(HttpMethod method, String path, String act, Verb verb, Function<Call, Answer> handler) {
    Door door = Door.of(method, path, Need.ADMINISTRATION, handler)
        .right(right(verb))
        .audited(kind.word() + "-" + act, kind.platform().orElse(null))
        .offTheLoop();
    return kind.wantsFreshProof() ? door.fresh() : door;
  }

  private Right right(Verb verb) {
    return new Right(kind.word(), verb, kind.isForApprovers());
  }

  /** Runs an act whose request may come again. */
  Answer repeatable(Call call, Function<Act, Done<Answer>> work) {
    return run(call, act -> before.answer(call, act, () -> work.apply(act)));
  }

  /** Runs an act as the caller. */
  <T> T run(Call call, Function<Act, Done<T>> work) {
    return acts.run(call.caller().id(), work);
  }

  /** Runs an act on the one that the path names. */
  Answer on(Call call, BiFunction<Act, Stored<S>, Done<Answer>> work) {
    return repeatable(
        call,
        act ->
            work.apply(act, act.getForChange(kind, call.path("ref"), Request.seenVersion(call))));
  }

  /** An answer with what was made, and the row that says so. */
  Done<Answer> done(Call call, int status, Act act, Made<S> made, List<String> members) {
    Answer answer = Shown.answer(status, kind, made.one(), act.view(), act.now(), made.secret());
    return new Done<>(
        status == 201 ? answer.with("Location", kind.path() + "/" + made.one().id()) : answer,
        List.of(row(call, made.one(), made.keyId(), members)));
  }

  private Answer create(Call call) {
    return repeatable(
        call, act -> done(call, 201, act, making.create(act, kind, call.body()), List.of()));
  }

  private Answer change(Call call) {
    return on(call, (act, one) -> {
      Fields said = said(one.spec());
      S spec = kind.linked(kind.read(said.with(call.body())), act.view());
      List<String> members = said.differences(said(spec));
      if (members.isEmpty()) {
        return new Done<>(
            Shown.answer(200, kind, one, act.view(), act.now(), Optional.empty()), List.of());
      }
      Stored<S> changed = act.change(kind, one, one.with(spec));
      return done(call, 200, act, new Made<>(changed, Optional.empty(), Optional.empty()), members);
    });
  }

  private Answer delete(Call call) {
    return on(call, (act, one) -> {
      List<String> users = act.view().usersOf(kind, one);
      if (!users.isEmpty()) {
        throw new Refused(new Problem(
            409,
            "in-use",
            kind.noun() + " " + kind.name(one.spec()) + " is still used: "
                + String.join("; ", users)));
      }
      act.delete(kind, one);
      return new Done<>(Answer.empty(204), List.of(row(call, one, Optional.empty(), List.of())));
    });
  }

  private Answer show(Call call) {
    Stored<S> one = shelf.shown().find(call.path("ref")).orElseThrow(() -> Act.unknown(kind));
    return Shown.answer(200, kind, one, view(), clock.instant(), Optional.empty());
  }

  private Answer list(Call call) {
    Page<S> page = Page.of(call, kind, shelf.shown().byName());
    return Answer.json(200, Json.object(json -> {
      json.putEach(
          "items",
          page.items().stream()
              .map(one -> Shown.members(kind, one, view(), clock.instant()))
              .toList());
      json.put("total", page.total());
      page.next().ifPresent(next -> json.put("next", next));
    }));
  }

  /** What there is now. */
  private View view() {
    return new Draft(shelves);
  }

  private Fields said(S spec) {
    return Fields.of(Json.object(json -> kind.write(spec, json)));
  }

  AuditRow row(Call call, Stored<S> one, Optional<String> key, List<String> members) {
    return Subject.of(kind, one)
        .and(key.map(id -> Map.of("key", id)).orElse(Map.of()))
        .changed(members)
        .row(details -> call.row("done", null, details));
  }
}
