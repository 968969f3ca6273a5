package dev.jeton.server.agora.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Privileges as JSON: id, name, the number on the wire and the end that it means. */
final class PrivilegesJson {
  private PrivilegesJson() {}

  static List<Consumer<Json>> of(
      Privileges privileges, IntFunction<String> name, LongFunction<Instant> end) {
    List<Consumer<Json>> all = new ArrayList<>(privileges.size());
    for (int i = 0; i < privileges.size(); i++) {
      int id = privileges.id(i);
      long value = privileges.seconds(i);
      all.add(json -> json.put("id", id)
          .put("name", Names.camelCase(name.apply(id)))
          .put("value", value)
          .put("expiresAt", end.apply(value)));
    }
    return all;
  }
}
