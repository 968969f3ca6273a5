package dev.jeton.server.revocations;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Ids;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Writing;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** {@code /api/v1/revocations}: revoking, and what is revoked. */
@Singleton
final class RevocationDoors implements Doors {
  static final String PATH = "/api/v1/revocations";
  static final int MOST = 50_000;

  private static final String RESOURCE = "revocations";
  private static final String EVENT = "revocation-create";
  private static final String REMOVED = "revocation-delete";

  private final Map<String, Revocable> platforms = new TreeMap<>();
  private final RevokedTokens revoked;
  private final Acts acts;
  private final InstantSource clock;
  private final Ids ids;
  private final Told told;
  private final int most;

  @Inject
  RevocationDoors(
      @Any Instance<Revocable> platforms,
      RevokedTokens revoked,
      Acts acts,
      InstantSource clock,
      RandomGenerator random) {
    this((Iterable<Revocable>) platforms, revoked, acts, clock, random, MOST);
  }

  RevocationDoors(
      Iterable<Revocable> platforms,
      RevokedTokens revoked,
      Acts acts,
      InstantSource clock,
      RandomGenerator random,
      int most) {
    this.most = most;
    platforms.forEach(one -> this.platforms.put(one.platform(), one));
    this.revoked = revoked;
    this.acts = acts;
    this.clock = clock;
    this.ids = new Ids(random);
    this.told = new Told(this.platforms);
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(PATH, Need.ADMINISTRATION, this::create)
        .audited(EVENT, null)
        .right(RESOURCE, Verb.WRITE)
        .offTheLoop());
    doors.open(Door.get(PATH, Need.ADMINISTRATION, this::list)
        .right(RESOURCE, Verb.READ)
        .offTheLoop());
    doors.open(
        Door.get(PATH + "/{id}", Need.ADMINISTRATION, this::show).right(RESOURCE, Verb.READ));
    doors.open(Door.of(HttpMethod.DELETE, PATH + "/{id}", Need.ADMINISTRATION, this::remove)
        .audited(REMOVED, null)
        .right(RESOURCE, Verb.WRITE)
        .fresh()
        .offTheLoop());
  }

  private Answer create(Call call) {
    IdempotencyKey.refuse(call);
    Fields body = call.body();
    Revocable platform = Optional.ofNullable(platforms.get(body.text("platform")))
        .orElseThrow(() -> Refused.badRequest(
            "unknown-platform",
            "platform must be one of " + String.join(", ", platforms.keySet())));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Wanted wanted = Wanted.read(body, platform, now);
    Optional<Revocation> same = Already.same(revoked.all(), wanted);
    if (same.isPresent()) {
      return answer(200, same.get());
    }
    if (!(wanted.target() instanceof Target.All) && revoked.size() >= most) {
      throw new Refused(new Problem(
          503,
          "revocations-full",
          "there are " + most + " already; revoke by issuedBefore alone, which there is room for"));
    }
    Revocation one = new Revocation(
        ids.next(),
        platform.platform(),
        wanted.owner(),
        wanted.target(),
        wanted.endsAt(),
        wanted.reason(),
        now,
        call.caller().id());
    acts.write(writing -> {
      keep(writing, one);
      return new Acts.Done<>(one.id(), List.of(row(call, one, wanted)));
    });
    return answer(201, one).with("Location", PATH + "/" + one.id());
  }

  /** With a watermark the one goes that it takes the place of. */
  private void keep(Writing writing, Revocation one) {
    EntryId id = new EntryId(Revocations.KIND, one.id());
    writing.create(id, RevocationForm.write(one), one.createdBy(), one.createdAt());
    for (Revocation former : revoked.all()) {
      if (Watermarks.replaces(one, former)) {
        writing
            .find(new EntryId(Revocations.KIND, former.id()))
            .filter(entry -> !entry.deleted())
            .ifPresent(entry -> delete(writing, entry, one));
      }
    }
  }

  private static void delete(Writing writing, Entry entry, Revocation one) {
    writing.delete(entry, one.createdBy(), one.createdAt());
  }

  private static AuditRow row(Call call, Revocation one, Wanted wanted) {
    People people = one.target() instanceof Target.User user
        ? People.NONE.and("user", user.user())
        : People.NONE;
    return call.row(
            EVENT,
            one.platform(),
            "done",
            null,
            Told.details(one),
            wanted.token().orElse(null))
        .about(people);
  }

  private Answer answer(int status, Revocation one) {
    return Answer.json(status, Json.object(told.members(one)));
  }

  private Answer list(Call call) {
    call.onlyQuery("platform", "limit", "after");
    String platform = call.query("platform");
    RevocationPage page = RevocationPage.of(
        call,
        revoked.all().stream()
            .filter(one -> platform == null || one.platform().equals(platform))
            .toList());
    return Answer.json(200, Json.object(json -> {
      json.putEach("items", page.items().stream().map(told::members).toList());
      json.put("total", page.total());
      json.put("next", page.next().orElse(null));
    }));
  }

  private Answer show(Call call) {
    return answer(200, named(call));
  }

  private Revocation named(Call call) {
    return revoked
        .find(call.path("id"))
        .orElseThrow(() ->
            new Refused(new Problem(404, "not-found", "there is no revocation of that id here")));
  }

  /** All others go by themselves, or a later one takes their place. */
  private Answer remove(Call call) {
    Revocation one = named(call);
    if (one.endsAt().isPresent() || !(one.target() instanceof Target.Token)) {
      throw new Refused(new Problem(
          409,
          "not-removable",
          "nobody takes this back; only what refuses a single token without an end is deleted"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    acts.write(writing -> {
      writing
          .find(new EntryId(Revocations.KIND, one.id()))
          .filter(entry -> !entry.deleted())
          .ifPresent(entry -> writing.delete(entry, call.caller().id(), now));
      return new Acts.Done<>(
          one.id(),
          List.of(call.row(REMOVED, one.platform(), "done", null, Told.details(one), List.of())));
    });
    return Answer.empty(204);
  }
}
