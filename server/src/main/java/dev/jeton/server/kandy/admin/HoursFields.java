package dev.jeton.server.kandy.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee;
import dev.jeton.server.kandy.OpeningHours;
import dev.jeton.server.kandy.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The member {@code hours}: a time zone, and spans such as mon to fri from 09:00 to 17:00 in it. */
final class HoursFields {
  private static final String MEMBER = "hours";
  private static final int MOST = 100;
  private static final int LETTERS = 3;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");

  private HoursFields() {}

  static Optional<OpeningHours> read(Fields spec) {
    @Nullable Fields given = spec.objectOrNull(MEMBER);
    if (given == null) {
      return Optional.empty();
    }
    given.only("timeZone", "open");
    String zone = given.text("timeZone");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw Members.wrong(MEMBER + ".timeZone", "it must be one such as Europe/Berlin or UTC");
    }
    List<Fields> open = given.objects("open");
    if (open.isEmpty() || open.size() > MOST) {
      throw Members.wrong(
          MEMBER + ".open",
          "give 1 to " + MOST + " spans; leave hours out for always, or set noCallsNow for never");
    }
    List<Span> spans = new ArrayList<>();
    for (Fields one : open) {
      spans.add(span(one.only("days", "from", "to")));
    }
    return Optional.of(new OpeningHours(ZoneId.of(zone), spans));
  }

  static void write(Callee callee, Json out) {
    callee
        .hours()
        .ifPresent(hours -> out.put(MEMBER, json -> {
          json.put("timeZone", hours.zone().getId());
          json.putEach("open", hours.spans().stream().map(HoursFields::json).toList());
        }));
  }

  private static Consumer<Json> json(Span span) {
    return json -> json.put("days", span.days().stream().map(HoursFields::word).toList())
        .put("from", text(span.from()))
        .put("to", text(span.to()));
  }

  private static Span span(Fields one) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    one.texts("days").forEach(word -> days.add(day(word)));
    int from = minute(one.text("from"));
    int to = minute(one.text("to"));
    try {
      return new Span(days, from, to);
    } catch (IllegalArgumentException e) {
      throw wrong("a span has one day or more, and two times that differ, from before 24:00; the"
          + " whole day is from 00:00 to 24:00");
    }
  }

  private static DayOfWeek day(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word(day).equals(word)) {
        return day;
      }
    }
    throw wrong("days are mon, tue, wed, thu, fri, sat and sun");
  }

  private static int minute(String text) {
    Matcher time = TIME.matcher(text);
    int minute = time.matches()
        ? Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2))
        : -1;
    if (minute < 0 || minute > OpeningHours.DAY) {
      throw wrong("times are 00:00 to 24:00");
    }
    return minute;
  }

  private static String text(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT);
  }

  private static Refused wrong(String what) {
    return Members.wrong(MEMBER + ".open", what);
  }
}
