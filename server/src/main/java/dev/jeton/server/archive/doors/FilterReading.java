package dev.jeton.server.archive.doors;

import dev.jeton.server.archive.Cursor;
import dev.jeton.server.archive.Filter;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what is looked for out of a request. */
final class FilterReading {
  private static final int LONGEST_PERSON = 2_048;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private FilterReading() {}

  static Filter of(Fields body) {
    return new Filter(
        instant("since", body.textOrNull("since")),
        instant("until", body.textOrNull("until")),
        person(body),
        body.textOrNull("identity"),
        body.textOrNull("caller"),
        body.textOrNull("event"),
        body.textOrNull("outcome"),
        body.textOrNull("platform"),
        body.textOrNull("node"));
  }

  /** What may stand in a URL: nothing that tells a person. */
  static Filter of(Call call) {
    if (call.query("person") != null) {
      throw Refused.badRequest(
          "person-in-url",
          "who a person is does not go into URLs; send it to POST /api/v1/audit/search");
    }
    call.onlyQuery(
        "since",
        "until",
        "identity",
        "caller",
        "event",
        "outcome",
        "platform",
        "node",
        "limit",
        "after");
    return new Filter(
        instant("since", call.query("since")),
        instant("until", call.query("until")),
        null,
        call.query("identity"),
        call.query("caller"),
        call.query("event"),
        call.query("outcome"),
        call.query("platform"),
        call.query("node"));
  }

  /** As long as rows can have it. */
  static @Nullable String person(Fields body) {
    String person = body.textOrNull("person");
    if (person != null && (person.isEmpty() || person.length() > LONGEST_PERSON)) {
      throw Refused.badRequest(
          "wrong-person", "person must have 1 to " + LONGEST_PERSON + " characters");
    }
    return person;
  }

  static @Nullable Cursor cursor(@Nullable String after) {
    if (after == null) {
      return null;
    }
    Cursor cursor = Cursor.parse(after);
    if (cursor == null) {
      throw Refused.badRequest(
          "wrong-after", "after must be the text that an answer gave as next, unchanged");
    }
    return cursor;
  }

  private static @Nullable Instant instant(String name, @Nullable String text) {
    try {
      Instant at = text == null ? null : Instant.parse(text);
      if (at == null || !(at.isBefore(FIRST) || at.isAfter(LAST))) {
        return at;
      }
    } catch (DateTimeException e) {
      // It is answered as a time that cannot be.
    }
    throw Refused.badRequest("wrong-time", name + " must be a time such as 2026-11-21T08:30:00Z");
  }
}
