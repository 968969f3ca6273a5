package dev.jeton.server.archive.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.archive.Archive;
import dev.jeton.server.archive.Cursor;
import dev.jeton.server.archive.Filter;
import dev.jeton.server.archive.Found;
import dev.jeton.server.archive.Wish;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.StoreUnavailable;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of rows: the newest first for people, the oldest first for an export. */
final class SearchDoors {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int MOST_EXPORTED = 1_000;

  private final Archive archive;

  SearchDoors(Archive archive) {
    this.archive = archive;
  }

  void open(DoorRegistry doors) {
    String path = AuditDoors.PATH;
    doors.open(Door.get(path, Need.ADMINISTRATION, this::list)
        .right("audit", Verb.READ)
        .offTheLoop());
    doors.open(Door.post(path + "/search", Need.ADMINISTRATION, this::search)
        .right("audit", Verb.READ)
        .offTheLoop());
    doors.open(Door.post(path + "/export", Need.ADMINISTRATION, this::export)
        .audited("audit-export", null)
        .right("audit", Verb.EXPORT)
        .offTheLoop());
  }

  private Answer list(Call call) {
    String limit = call.query("limit");
    return shown(new Wish(
        FilterReading.of(call),
        false,
        true,
        limit == null ? USUAL : limit(limit),
        FilterReading.cursor(call.query("after"))));
  }

  private static int limit(String text) {
    if (text.matches("[0-9]{1,3}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw Refused.badRequest("wrong-limit", "limit must be a whole number from 1 to " + MOST);
  }

  private Answer search(Call call) {
    Fields body = body(call, "limit");
    Long limit = body.wholeOrNull("limit", 1, MOST);
    return shown(new Wish(
        FilterReading.of(body),
        false,
        body.truthOr("names", true),
        limit == null ? USUAL : limit.intValue(),
        FilterReading.cursor(body.textOrNull("after"))));
  }

  private Answer export(Call call) {
    Fields body = body(call, "names");
    Filter filter = FilterReading.of(body);
    Cursor after = FilterReading.cursor(body.textOrNull("after"));
    Found found = found(new Wish(filter, true, body.truthOr("names", true), MOST_EXPORTED, after));
    Answer answer = Answer.json(
        200, Json.object(json -> json.put("lines", found.lines()).put("next", text(found.next()))));
    // Whoever reads on has been recorded, unless it is about a person: each page tells of one.
    return after == null || filter.person() != null ? answer.audited(row(call, body)) : answer;
  }

  private static Fields body(Call call, String more) {
    return call.body()
        .only(
            "since",
            "until",
            "person",
            "identity",
            "caller",
            "event",
            "outcome",
            "platform",
            "node",
            "names",
            "after",
            more);
  }

  /** What was exported; who it was about is kept as a hash. */
  private static AuditRow row(Call call, Fields body) {
    Map<String, String> details = new HashMap<>();
    for (String name : new String[] {"since", "until"}) {
      String text = body.textOrNull(name);
      if (text != null) {
        details.put(name, text);
      }
    }
    AuditRow row = call.row("done", null, details);
    String person = body.textOrNull("person");
    return person == null ? row : row.about(People.NONE.and("person", person));
  }

  private Found found(Wish wish) {
    try {
      return archive.search(wish);
    } catch (StoreUnavailable e) {
      throw AuditDoors.storeUnavailable();
    }
  }

  /** The lines are JSON as they stand. */
  private Answer shown(Wish wish) {
    Found found = found(wish);
    Buffer json = Buffer.buffer("{\"items\":[").appendString(String.join(",", found.lines()));
    String next = text(found.next());
    json.appendString(next == null ? "]}" : "],\"next\":\"" + next + "\"}");
    return Answer.json(200, json);
  }

  private static @Nullable String text(@Nullable Cursor cursor) {
    return cursor == null ? null : cursor.text();
  }
}
