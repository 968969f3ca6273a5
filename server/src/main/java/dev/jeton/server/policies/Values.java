package dev.jeton.server.policies;

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

/** Makes of claims what conditions can compare; what is null is left out. */
final class Values {
  private final Budget budget;

  Values(Budget budget) {
    this.budget = budget;
  }

  Map<String, Object> of(JsonObject claims) {
    Map<String, Object> values = new HashMap<>();
    claims.members().forEach((name, value) -> put(values, name, of(value)));
    return values;
  }

  /** Of claims that came from elsewhere as Java has them. */
  Map<String, Object> of(Map<?, ?> claims) {
    Map<String, Object> values = new HashMap<>();
    claims.forEach((name, value) -> put(values, String.valueOf(name), plain(value)));
    return values;
  }

  private void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(budget.take(name), value);
    }
  }

  private @Nullable Object of(JsonValue value) {
    budget.takeOne();
    if (value instanceof JsonText text) {
      return budget.take(text.value());
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
      items.values().forEach(item -> add(all, of(item)));
      return all;
    }
    return null;
  }

  private @Nullable Object plain(@Nullable Object value) {
    budget.takeOne();
    if (value instanceof Map<?, ?> map) {
      return of(map);
    } else if (value instanceof Iterable<?> items) {
      List<Object> all = new ArrayList<>();
      items.forEach(item -> add(all, plain(item)));
      return all;
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Number number && !(value instanceof Long)) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      return budget.take(text);
    }
    return value instanceof Boolean || value instanceof Long ? value : null;
  }

  private static void add(List<Object> all, @Nullable Object value) {
    if (value != null) {
      all.add(value);
    }
  }
}
