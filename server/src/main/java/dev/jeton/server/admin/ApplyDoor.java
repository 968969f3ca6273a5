package dev.jeton.server.admin;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Applying.Change;
import dev.jeton.server.admin.Applying.What;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  /** Undoes a transaction that was only to show what it would do. */
  private static final class DryRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    DryRun(Answer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  private Answer apply(Call call) {
    Fields body = call.body().only("yaml", "values", "dryRun");
    List<Fields> resources = ResourceFile.read(body.text("yaml"), values(body));
    boolean dryRun = body.truthOr("dryRun", false);
    try {
      return acts.run(
          call.caller().id(),
          act -> dryRun
              ? dry(act, resources)
              : before.answer(call, act, () -> done(call, applying.apply(act, resources))));
    } catch (DryRun e) {
      return e.answer;
    }
  }

  private static Map<String, String> values(Fields body) {
    Map<String, String> values = new HashMap<>();
    Fields given = body.objectOrNull("values");
    if (given != null) {
      given.names().forEach(name -> values.put(name, given.text(name)));
    }
    return values;
  }

  private Done<Answer> dry(Act act, List<Fields> resources) {
    throw new DryRun(answer(applying.apply(act, resources), false));
  }

  private static Done<Answer> done(Call call, List<Change> changes) {
    List<AuditRow> rows = changes.stream()
        .filter(change -> change.what() != What.UNCHANGED)
        .map(change -> call.row(
            change.kind().word() + "-" + word(change),
            change.kind().platform().orElse(null),
            "done",
            null,
            details(change),
            List.of()))
        .toList();
    return new Done<>(answer(changes, true), rows);
  }

  private static Map<String, String> details(Change change) {
    Map<String, String> details = new HashMap<>();
    details.put("id", change.id());
    details.put("name", change.name());
    if (!change.members().isEmpty()) {
      details.put("members", String.join(" ", change.members()));
    }
    return details;
  }

  private static Answer answer(List<Change> changes, boolean applied) {
    return Answer.json(
        200,
        Json.object(json -> json.putEach(
                "changes",
                changes.stream().map(change -> member(change, applied)).toList())
            .put("applied", applied)));
  }

  private static Consumer<Json> member(Change change, boolean applied) {
    return json -> {
      json.put("kind", change.kind().word())
          .put("name", change.name())
          .put("act", word(change))
          .put("members", change.members());
      if (applied) {
        change
            .secretMember()
            .ifPresent(member ->
                change.secret().ifPresent(secret -> json.put(member, Shown.text(secret))));
      }
    };
  }

  private static String word(Change change) {
    return change.what().name().toLowerCase(Locale.ROOT);
  }
}
