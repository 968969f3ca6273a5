package dev.jeton.server.access;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonTruth;
import dev.jeton.tokens.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token as Java has them: texts, truths, whole numbers as long and others as double, lists and
 * maps; what is null is left out.
 */
public final class Claims {
  private Claims() {}

  public static Map<String, Object> of(JsonObject claims) {
    Map<String, Object> values = new HashMap<>();
    claims.members().forEach((name, value) -> {
      Object plain = plain(value);
      if (plain != null) {
        values.put(name, plain);
      }
    });
    return values;
  }

  private static @Nullable Object plain(JsonValue value) {
    if (value instanceof JsonText text) {
      return text.value();
    } else if (value instanceof JsonTruth truth) {
      return truth.value();
    } else if (value instanceof JsonNumber number) {
      OptionalLong whole = number.wholeValue();
      return whole.isPresent()
          ? (Object) whole.getAsLong()
          : (Object) number.value().doubleValue();
    } else if (value instanceof JsonObject object) {
      return of(object);
    } else if (value instanceof JsonItems items) {
      List<Object> all = new ArrayList<>();
      for (JsonValue item : items.values()) {
        Object plain = plain(item);
        if (plain != null) {
          all.add(plain);
        }
      }
      return all;
    }
    return null;
  }
}
