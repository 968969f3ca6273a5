package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** Where an export goes on: behind a place that a server named, or behind a line of an export. */
final class ExportPlace {
  private static final String STANDARD_INPUT = "-";

  private ExportPlace() {}

  /** The place as servers write it. A line comes in by standard input, because names stand in it. */
  static String of(String argument, Environment environment) {
    return argument.equals(STANDARD_INPUT)
        ? ofLine(TokenArgument.text(argument, environment))
        : argument;
  }

  private static String ofLine(String line) {
    return JsonObject.parse(line.getBytes(StandardCharsets.UTF_8))
            instanceof Outcome.Accepted<JsonObject> row
        ? ofRow(row.value())
        : ofNothing();
  }

  private static String ofRow(JsonObject row) {
    OptionalLong seq = row.number("seq").map(JsonNumber::wholeValue).orElse(OptionalLong.empty());
    String node = row.text("node").orElse("");
    try {
      Instant at = Instant.parse(row.text("at").orElse(""));
      return seq.isPresent() && !node.isEmpty()
          ? at.toEpochMilli() + "." + node + "." + seq.getAsLong()
          : ofNothing();
    } catch (DateTimeParseException e) {
      return ofNothing();
    }
  }

  private static String ofNothing() {
    throw new UsageException(
        "--after: standard input has no whole line of an export; take a cut line out of the file,"
            + " and give the one before it");
  }
}
