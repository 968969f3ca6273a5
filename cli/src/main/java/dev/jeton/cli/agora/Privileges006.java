package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The privileges of a 006 token with their ends. */
record Privileges006(Privileges privileges, Instant expiresAt) {
  private static final int SHOWN = 20;

  void addTo(Table table, Instant now) {
    table.heading("Privileges");
    for (int i = 0; i < Math.min(SHOWN, privileges.size()); i++) {
      table.row(
          Names.privilege006(privileges.id(i)), TimeText.end(end(privileges.seconds(i)), now));
    }
    if (privileges.size() > SHOWN) {
      table.row("...", (privileges.size() - SHOWN) + " more privileges");
    }
  }

  List<Json> json() {
    List<Json> list = new ArrayList<>(privileges.size());
    for (int i = 0; i < privileges.size(); i++) {
      list.add(Json.object()
          .put("id", privileges.id(i))
          .put("name", Names.privilege006(privileges.id(i)))
          .put("expiresAt", end(privileges.seconds(i))));
    }
    return list;
  }

  private Instant end(long seconds) {
    Instant end = Instant.ofEpochSecond(seconds);
    return seconds == 0 || end.isAfter(expiresAt) ? expiresAt : end;
  }
}
