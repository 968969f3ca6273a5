package dev.jeton.server.admin;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Acts.Done;
import dev.jeton.server.admin.Applying.NotTaken;
import dev.jeton.server.admin.Applying.Pass;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/import}: what another server was configured with, all of it or none. */
final class ImportDoor {
  static final String PATH = "/api/v1/import";

  private static final int MOST_CHARACTERS = 4 << 20;
  private static final Fields NOTHING = Fields.of(Buffer.buffer("{}"));

  private final Acts acts;
  private final Applying applying;
  private final AnsweredBefore before;
  private final Importers importers;

  ImportDoor(Acts acts, Applying applying, AnsweredBefore before, Importers importers) {
    this.acts = acts;
    this.applying = applying;
    this.before = before;
    this.importers = importers;
  }

  void open(DoorRegistry doors) {
    doors.open(Door.post(PATH, Need.ADMINISTRATION, this::take)
        .audited("import", null)
        .fresh()
        .bodyUpTo(2 * MOST_CHARACTERS)
        .offTheLoop());
  }

  private Answer take(Call call) {
    Fields body = call.body().only("from", "text", "options", "dryRun", "leaveOutRefused");
    Importer importer = importers.named(body.text("from"));
    Imported imported = importer.read(text(body), options(body.objectOrNull("options")));
    boolean leaveOut = body.truthOr("leaveOutRefused", false);
    String by = call.caller().id();
    if (body.truthOr("dryRun", false)) {
      Pass pass = acts.dryRun(by, act -> applying.pass(act, imported.things()));
      return answer(pass, pass.refused(), imported.remarks(), false);
    }
    Wanted wanted = leaveOut ? takeable(by, imported) : new Wanted(imported.things(), List.of());
    return acts.run(
        by,
        act -> before.answer(call, act, () -> {
          Pass pass = applying.pass(act, wanted.things());
          refuseUnlessAll(pass, wanted.things().size());
          return new Done<>(
              answer(pass, wanted.leftOut(), imported.remarks(), true),
              ChangeReport.rows(call, pass.changes(), Map.of("from", importer.word())));
        }));
  }

  /** What is to be done, and what was found out to be impossible. */
  private record Wanted(List<Thing> things, List<NotTaken> leftOut) {}

  /** What was left out may be missed by something that is left, so it is tried until all is taken. */
  private Wanted takeable(String by, Imported imported) {
    List<Thing> rest = imported.things();
    List<NotTaken> leftOut = new ArrayList<>();
    while (true) {
      List<Thing> tried = rest;
      Pass pass = acts.dryRun(by, act -> applying.pass(act, tried));
      if (pass.refused().isEmpty()) {
        return new Wanted(rest, leftOut);
      }
      leftOut.addAll(pass.refused());
      rest = pass.taken(tried);
    }
  }

  private static void refuseUnlessAll(Pass pass, int all) {
    if (!pass.refused().isEmpty()) {
      NotTaken first = pass.refused().get(0);
      throw new Refused(new Problem(
          409,
          "import-refused",
          pass.refused().size() + " of " + all + " would be refused, so nothing was imported; the"
              + " first is " + first.thing() + ": " + first.why().detail()
              + ". Mend them, or leave them out with leaveOutRefused"));
    }
  }

  private static String text(Fields body) {
    String text = body.text("text");
    if (text.length() > MOST_CHARACTERS) {
      throw SourceObject.wrong("it has more than " + MOST_CHARACTERS + " characters; split it");
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Fields options(@Nullable Fields given) {
    return given == null ? NOTHING : given;
  }

  private static Answer answer(
      Pass pass, List<NotTaken> refused, List<String> remarks, boolean applied) {
    return Answer.json(
        200,
        Json.object(json -> json.putEach("changes", ChangeReport.members(pass.changes(), applied))
            .putEach("refused", refused.stream().map(ImportDoor::json).toList())
            .put("remarks", remarks)
            .put("applied", applied)));
  }

  private static Consumer<Json> json(NotTaken one) {
    return json -> json.put("kind", one.thing().kind())
        .put("name", one.thing().name())
        .put("code", one.why().code())
        .put("detail", one.why().detail());
  }
}
