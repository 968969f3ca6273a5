package dev.jeton.server.http;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonTruth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes of a request's JSON what a token carries, to the digit, or refuses what none can carry. */
final class Carried {
  private Carried() {}

  static JsonObject object(String path, JsonValue.Members members) {
    if (members.members().size() > JsonObject.MAX_MEMBERS) {
      throw wrong(path, "has more than " + JsonObject.MAX_MEMBERS + " members");
    }
    JsonObject.Builder object = JsonObject.builder();
    members.members().forEach((name, value) -> {
      if (!WellFormed.isText(name)) {
        throw wrong(path, "has a name with half of a surrogate pair");
      }
      object.put(name, value(path + "." + name, value));
    });
    return object.build();
  }

  private static dev.jeton.tokens.json.JsonValue value(String path, JsonValue value) {
    if (value instanceof JsonValue.Members members) {
      return object(path, members);
    } else if (value instanceof JsonValue.Items items) {
      return items(path, items);
    } else if (value instanceof JsonValue.Text text) {
      if (!WellFormed.isText(text.text())) {
        throw wrong(path, "is text with half of a surrogate pair");
      }
      return new JsonText(text.text());
    } else if (value instanceof JsonValue.Truth truth) {
      return new JsonTruth(truth.value());
    } else if (value instanceof JsonValue.Whole whole) {
      return JsonNumber.of(whole.value());
    } else if (value instanceof JsonValue.OtherNumber number) {
      return number(path, number.written());
    }
    return new JsonNothing();
  }

  private static JsonItems items(String path, JsonValue.Items items) {
    List<dev.jeton.tokens.json.JsonValue> values = new ArrayList<>();
    for (JsonValue item : items.items()) {
      values.add(value(path + "[" + values.size() + "]", item));
    }
    return new JsonItems(values);
  }

  private static JsonNumber number(String path, String written) {
    try {
      return JsonNumber.of(new BigDecimal(written));
    } catch (IllegalArgumentException e) {
      throw wrong(
          path,
          "must be within the range of a double and have at most "
              + JsonNumber.MAX_LENGTH
              + " characters, not "
              + written);
    }
  }

  private static Refused wrong(String path, String wrong) {
    return Refused.badRequest("wrong-member", Unfit.shown(path) + " " + wrong);
  }
}
