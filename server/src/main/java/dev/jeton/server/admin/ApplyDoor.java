package dev.jeton.server.admin;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Applying.Change;
import dev.jeton.server.admin.ResourceFile.Resource;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code POST /api/v1/apply}: resources as somebody wrote them down, all of them or none. */
final class ApplyDoor {
  static final String PATH = "/api/v1/apply";

  private final Acts acts;
  private final Applying applying;
  private final AnsweredBefore before;

  ApplyDoor(Acts acts, Applying applying, AnsweredBefore before) {
    this.acts = acts;
    this.applying = applying;
    this.before = before;
  }

  void open(DoorRegistry doors) {
    doors.open(Door.post(PATH, Need.ADMINISTRATION, this::apply)
        .audited("apply", null)
        .right("apply", Verb.WRITE)
        .fresh()
        .bodyUpTo(2 * ResourceFile.MOST_CHARACTERS)
        .offTheLoop());
  }

  private Answer apply(Call call) {
    Fields body = call.body().only("yaml", "values", "dryRun");
    List<Resource> read = ResourceFile.read(body.text("yaml"), values(body));
    List<Fields> resources = read.stream().map(Resource::fields).toList();
    boolean dryRun = body.truthOr("dryRun", false);
    if (dryRun) {
      return answer(
          acts.dryRun(call.caller().id(), act -> applying.apply(act, resources)), read, false);
    }
    return acts.run(
        call.caller().id(),
        act -> before.answer(call, act, () -> done(call, applying.apply(act, resources), read)));
  }

  private static Map<String, String> values(Fields body) {
    Map<String, String> values = new HashMap<>();
    Fields given = body.objectOrNull("values");
    if (given != null) {
      given.names().forEach(name -> values.put(name, given.text(name)));
    }
    return values;
  }

  private static Done<Answer> done(Call call, List<Change> changes, List<Resource> read) {
    return new Done<>(answer(changes, read, true), ChangeReport.rows(call, changes, Map.of()));
  }

  private static Answer answer(List<Change> changes, List<Resource> read, boolean applied) {
    return Answer.json(
        200,
        Json.object(json -> json.putEach("changes", ChangeReport.members(changes, applied))
            .put("applied", applied)
            .putEach("plainSecrets", plainSecrets(changes, read))));
  }

  /** Where a secret itself stands in the file, and no reference to it; there is a change for each resource. */
  private static List<Consumer<Json>> plainSecrets(List<Change> changes, List<Resource> read) {
    List<Consumer<Json>> plain = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Change change = changes.get(i);
      change
          .secretMember()
          .filter(read.get(i).plain()::contains)
          .ifPresent(member -> plain.add(json -> json.put("kind", change.kind().word())
              .put("name", change.name())
              .put("member", member)));
    }
    return plain;
  }
}
