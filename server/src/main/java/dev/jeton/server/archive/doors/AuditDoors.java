package dev.jeton.server.archive.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.archive.Archive;
import dev.jeton.server.archive.Checked;
import dev.jeton.server.archive.Forgotten;
import dev.jeton.server.archive.Place;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.StoreUnavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/audit}: search, export, erase, check. */
@Singleton
final class AuditDoors implements Doors {
  static final String PATH = "/api/v1/audit";

  private final Archive archive;
  private final RandomGenerator random;

  @Inject
  AuditDoors(Archive archive, RandomGenerator random) {
    this.archive = archive;
    this.random = random;
  }

  @Override
  public void open(DoorRegistry doors) {
    new SearchDoors(archive, new PageSeal(random)).open(doors);
    doors.open(Door.post(PATH + "/erase", Need.ADMINISTRATION, this::erase)
        .audited(Erased.EVENT, null)
        .right("audit", Verb.WRITE)
        .fresh()
        .offTheLoop());
    doors.open(Door.get(PATH + "/check", Need.ADMINISTRATION, this::check)
        .right("audit", Verb.READ)
        .offTheLoop());
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  /** What cannot be done now, in the words of an answer. */
  private static <T> T answering(Work<T> work) {
    try {
      return work.run();
    } catch (StoreUnavailable e) {
      throw storeUnavailable();
    } catch (IOException e) {
      throw new Refused(new Problem(
          503,
          "audit-unavailable",
          "the audit files of this server cannot be read or changed at the moment; an erasure that"
              + " was begun is brought to its end by itself"));
    }
  }

  static Refused storeUnavailable() {
    return new Refused(new Problem(
        503,
        "store-unavailable",
        "the database does not answer; rows are recorded in the files meanwhile, try again"));
  }

  private Answer erase(Call call) {
    String person = FilterReading.person(call.body().only("person"));
    if (person == null) {
      throw Refused.badRequest("missing-member", "person is missing; it must be a text");
    }
    Forgotten forgotten = answering(() -> archive.forget(person));
    return Answer.json(
            200,
            Json.object(json -> json.put("erased", forgotten.here().names())
                .put("stored", forgotten.stored())
                .put("waiting", forgotten.waiting())))
        .audited(call.row("done", null, forgotten.here().details()));
  }

  private Answer check(Call call) {
    String after = call.query("after");
    Place place = after == null ? null : Place.parse(after);
    if (after != null && place == null) {
      throw Refused.badRequest(
          "wrong-after", "after must be the text that an answer gave as next, unchanged");
    }
    return answer(answering(() -> archive.check(place)));
  }

  private static Answer answer(Checked checked) {
    return Answer.json(200, Json.object(json -> {
      Checked.Fault fault = checked.fault();
      json.put("intact", fault == null).put("rows", checked.rows()).put("total", checked.total());
      if (fault != null) {
        json.put("node", fault.node())
            .put("seq", fault.seq())
            .put("expected", fault.expected())
            .put("found", fault.found());
      }
      json.putEach("nodes", nodes(checked.nodes())).put("next", text(checked.next()));
    }));
  }

  private static @Nullable String text(@Nullable Place place) {
    return place == null ? null : place.text();
  }

  private static List<Consumer<Json>> nodes(List<Checked.Node> nodes) {
    return nodes.stream()
        .<Consumer<Json>>map(node -> json -> json.put("node", node.node())
            .put("firstSeq", node.firstSeq())
            .put("lastSeq", node.lastSeq())
            .put("head", node.head())
            .put("copiedAt", node.copiedAt())
            .put("own", node.own()))
        .toList();
  }
}
