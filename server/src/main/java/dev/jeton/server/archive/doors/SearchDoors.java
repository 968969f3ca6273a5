package dev.jeton.server.archive.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.archive.Archive;
import dev.jeton.server.archive.Cursor;
import dev.jeton.server.archive.Filter;
import dev.jeton.server.archive.Found;
import dev.jeton.server.archive.SearchRefused;
import dev.jeton.server.archive.Wish;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pages of rows: the newest first for people, the oldest first for an export. */
final class SearchDoors {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int MOST_EXPORTED = 1_000;

  /** A filter has as much of a longer text. */
  private static final int LONGEST_TOLD = 200;

  private final Archive archive;
  private final PageSeal seal;

  SearchDoors(Archive archive, PageSeal seal) {
    this.archive = archive;
    this.seal = seal;
  }

  void open(DoorRegistry doors) {
    String path = AuditDoors.PATH;
    doors.open(Door.get(path, Need.ADMINISTRATION, this::list)
        .audited("audit-search", null)
        .right("audit", Verb.READ)
        .offTheLoop());
    doors.open(Door.post(path + "/search", Need.ADMINISTRATION, this::search)
        .audited("audit-search", null)
        .right("audit", Verb.READ)
        .offTheLoop());
    doors.open(Door.post(path + "/export", Need.ADMINISTRATION, this::export)
        .audited("audit-export", null)
        .right("audit", Verb.EXPORT)
        .fresh()
        .offTheLoop());
  }

  private Answer list(Call call) {
    String limit = call.query("limit");
    Filter filter = FilterReading.of(call);
    Cursor after = FilterReading.cursor(call.query("after"));
    return shown(
        call,
        new Wish(filter, false, true, limit == null ? USUAL : limit(limit), after),
        call.query("after"));
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
    Filter filter = FilterReading.of(body);
    String after = body.textOrNull("after");
    boolean names = body.truthOr("names", true);
    int most = limit == null ? USUAL : limit.intValue();
    return shown(call, new Wish(filter, false, names, most, FilterReading.cursor(after)), after);
  }

  private Answer export(Call call) {
    Fields body = body(call, "names");
    String after = body.textOrNull("after");
    boolean names = body.truthOr("names", true);
    Wish wish =
        new Wish(FilterReading.of(body), true, names, MOST_EXPORTED, FilterReading.cursor(after));
    Found found = found(wish);
    String what = what(call, wish);
    Answer answer = Answer.json(
        200, Json.object(json -> json.put("lines", found.lines()).put("next", next(found, what))));
    return recorded(answer, call, wish, after, what);
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

  /** Whoever reads on has been recorded. */
  private Answer recorded(
      Answer answer, Call call, Wish wish, @Nullable String after, String what) {
    return seal.isOurs(after, what)
        ? answer
        : answer.audited(call.row("done", null, details(wish)));
  }

  private String what(Call call, Wish wish) {
    return call.caller().key() + "\n" + call.route() + "\n" + new TreeMap<>(details(wish));
  }

  /** What was looked for; the person as a hash, so that nobody comes back by it. */
  private Map<String, String> details(Wish wish) {
    Filter filter = wish.filter();
    Map<String, String> details = new HashMap<>();
    put(details, "since", filter.since());
    put(details, "until", filter.until());
    put(details, "identity", filter.identity());
    put(details, "caller", filter.caller());
    put(details, "event", filter.event());
    put(details, "outcome", filter.outcome());
    put(details, "platform", filter.platform());
    put(details, "node", filter.node());
    String person = filter.person();
    put(details, "person", person == null ? null : archive.hashOf(person));
    details.put("names", wish.names() ? "yes" : "no");
    return details;
  }

  private static void put(Map<String, String> details, String name, @Nullable Object value) {
    if (value != null) {
      String text = value.toString();
      details.put(name, text.substring(0, Math.min(text.length(), LONGEST_TOLD)));
    }
  }

  private static Refused refused(SearchRefused.Why why) {
    return why == SearchRefused.Why.BUSY
        ? new Refused(new Problem(503, "search-busy", "others search at the moment; try again"))
        : Refused.badRequest(
            "search-too-long",
            "the search took too long and was given up; look for less: a person, an identity, a"
                + " caller, an event, or a shorter time");
  }

  private Found found(Wish wish) {
    try {
      return archive.search(wish);
    } catch (SearchRefused e) {
      throw refused(e.why());
    } catch (StoreUnavailable e) {
      throw AuditDoors.storeUnavailable();
    }
  }

  /** The lines are JSON as they stand. Who has seen clear texts is recorded. */
  private Answer shown(Call call, Wish wish, @Nullable String after) {
    Found found = found(wish);
    Buffer json = Buffer.buffer("{\"items\":[").appendString(String.join(",", found.lines()));
    String what = what(call, wish);
    String next = next(found, what);
    json.appendString(next == null ? "]}" : "],\"next\":\"" + next + "\"}");
    Answer answer = Answer.json(200, json);
    return wish.names() ? recorded(answer, call, wish, after, what) : answer;
  }

  private @Nullable String next(Found found, String what) {
    return found.next() == null ? null : seal.text(found.next(), what);
  }
}
