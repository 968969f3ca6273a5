package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Privileges as a list: the number on the wire and the end that it means. */
final class PrivilegesJson {
  private PrivilegesJson() {}

  static List<Json> of(Privileges privileges, IntFunction<String> word, LongFunction<Instant> end) {
    List<Json> list = new ArrayList<>(privileges.size());
    for (int i = 0; i < privileges.size(); i++) {
      list.add(Json.object()
          .put("id", privileges.id(i))
          .put("name", Names.camelCase(word.apply(privileges.id(i))))
          .put("value", privileges.seconds(i))
          .put("expiresAt", end.apply(privileges.seconds(i))));
    }
    return list;
  }
}
