package dev.jeton.cli.remote.kind;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonTruth;
import dev.jeton.tokens.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a request. An option that was not given is null here, and leaves no member. */
public final class Members {
  private final Map<String, JsonValue> values = new LinkedHashMap<>();

  Members() {}

  public Members text(String member, @Nullable String text) {
    return value(member, text == null ? null : new JsonText(text));
  }

  public Members truth(String member, @Nullable Boolean truth) {
    return value(member, truth == null ? null : new JsonTruth(truth));
  }

  public Members number(String member, @Nullable Long number) {
    return value(member, number == null ? null : JsonNumber.of(number));
  }

  /** In whole seconds; the member's name says so. */
  public Members seconds(String member, @Nullable Duration duration) {
    return number(member, duration == null ? null : duration.toSeconds());
  }

  public Members time(String member, @Nullable Instant time) {
    return text(member, time == null ? null : time.toString());
  }

  public Members texts(String member, @Nullable List<String> texts) {
    return value(member, texts == null ? null : JsonItems.ofTexts(texts));
  }

  public Members value(String member, @Nullable JsonValue value) {
    if (value != null) {
      values.put(member, value);
    }
    return this;
  }

  /** Back to its default. */
  public Members reset(String member) {
    return value(member, new JsonNothing());
  }

  /** Whether it is given a value; being set back is none. */
  public boolean has(String member) {
    return values.containsKey(member) && !(values.get(member) instanceof JsonNothing);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  JsonObject object() {
    JsonObject.Builder object = JsonObject.builder();
    values.forEach(object::put);
    return object.build();
  }
}
