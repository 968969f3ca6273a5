package dev.jeton.server.policies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of claims what conditions can compare; what is null is left out. */
final class Values {
  private final Budget budget;

  Values(Budget budget) {
    this.budget = budget;
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
