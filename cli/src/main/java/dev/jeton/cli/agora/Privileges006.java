package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The privileges of a 006 token with their ends.
 *
 * @param end when a privilege ends, by its number on the wire
 */
record Privileges006(Privileges privileges, LongFunction<Instant> end) {
  private static final int SHOWN = 20;

  void addTo(Table table, Instant now) {
    table.heading("Privileges");
    for (int i = 0; i < Math.min(SHOWN, privileges.size()); i++) {
      table.row(
          Names.privilege006(privileges.id(i)),
          TimeText.end(end.apply(privileges.seconds(i)), now));
    }
    if (privileges.size() > SHOWN) {
      table.row("...", (privileges.size() - SHOWN) + " more privileges");
    }
  }

  List<Json> json() {
    return PrivilegesJson.of(privileges, Names::privilege006, end);
  }
}
