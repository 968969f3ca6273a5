package dev.jeton.cli.kandy;

import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a callee takes calls. */
final class HoursOptions implements SpecOptions {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern FORM =
      Pattern.compile("([a-z,-]+) +([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

  @Option(
      names = "--hours",
      paramLabel = "'DAYS FROM-TO'",
      description = "When it takes calls: 'mon-fri 09:00-17:00', 'sat,sun 22:00-06:00' (to the next"
          + " day). May be given again; without it always.")
  private @Nullable List<String> hours;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "In which the hours are meant, such as Europe/Berlin.")
  private @Nullable String zone;

  @Override
  public void write(Members members) {
    if (hours == null && zone == null) {
      return;
    }
    if (hours == null || zone == null) {
      throw new UsageException("give --hours and --time-zone together");
    }
    List<JsonValue> spans = new ArrayList<>();
    hours.forEach(text -> spans.add(span(text)));
    members.value(
        "hours",
        JsonObject.builder()
            .put("timeZone", new JsonText(zone))
            .put("open", new JsonItems(spans))
            .build());
  }

  private static JsonValue span(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UsageException("--hours: they are written like 'mon-fri 09:00-17:00'");
    }
    return JsonObject.builder()
        .put("days", JsonItems.ofTexts(days(form.group(1))))
        .put("from", new JsonText(form.group(2)))
        .put("to", new JsonText(form.group(3)))
        .build();
  }

  private static List<String> days(String text) {
    List<String> days = new ArrayList<>();
    for (String part : List.of(text.split(",", -1))) {
      int dash = part.indexOf('-');
      int first = day(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : day(part.substring(dash + 1));
      int count = Math.floorMod(last - first, DAYS.size()) + 1;
      for (int i = 0; i < count; i++) {
        days.add(DAYS.get((first + i) % DAYS.size()));
      }
    }
    return days;
  }

  private static int day(String word) {
    int day = DAYS.indexOf(word);
    if (day < 0) {
      throw new UsageException("--hours: days are " + String.join(", ", DAYS));
    }
    return day;
  }

  @Override
  public String heading() {
    return "Opening hours";
  }
}
