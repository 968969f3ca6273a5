package dev.jeton.cli.policy;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** An option whose value is a JSON object. */
final class JsonOption {
  private JsonOption() {}

  static JsonObject object(String option, String text) {
    if (JsonObject.parse(text.getBytes(StandardCharsets.UTF_8))
        instanceof Outcome.Accepted<JsonObject> accepted) {
      return accepted.value();
    }
    throw new UsageException(option + ": give a JSON object such as {\"sub\": \"alice\"}");
  }
}
