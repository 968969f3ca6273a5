package dev.jeton.server.backup;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a backup carries of one table. Whoever adds a column lets the backups of an older Jeton lack it
 * here; it then gets what its migration gave to the rows that were there.
 */
record Part(Table table, List<Column> columns, long rows) {

  Part {
    columns = List.copyOf(columns);
  }

  Consumer<Json> json() {
    return json -> json.put("name", table.sql())
        .put("columns", columns.stream().map(Column::name).toList())
        .put("rows", rows);
  }

  static Part read(Fields json) {
    String name = json.text("name");
    Table table = Table.named(name).orElseThrow(() -> new Unknown("table " + name));
    List<String> names = json.texts("columns");
    List<Column> columns = names.stream().map(one -> column(table, one)).toList();
    if (columns.size() != table.columns().size() || !columns.containsAll(table.columns())) {
      throw new Unknown("other columns of " + name);
    }
    return new Part(table, columns, json.whole("rows", 0, Long.MAX_VALUE));
  }

  private static Column column(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unknown("column " + name + " of " + table.sql()));
  }

  /** The position of a column, which a backup of any age has. */
  int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new Unknown(table.sql() + " without " + column);
  }

  /** Something in the head that this server does not know. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String what) {
      super(what, null, false, false);
    }
  }
}
