package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.PersonMark;
import dev.jeton.server.audit.chain.RowPeople;
import dev.jeton.server.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** Finds rows in the store. */
final class Search {
  /** A page ends behind the row with which it reaches this. */
  private static final int MOST_CHARACTERS = 3 << 20;

  private static final int AT_ONCE = 200;

  private final Database database;
  private final UnaryOperator<String> hashOf;

  /**
   * Searches in a database.
   *
   * @param hashOf makes the hash under which this server's rows have a person
   */
  Search(Database database, UnaryOperator<String> hashOf) {
    this.database = database;
    this.hashOf = hashOf;
  }

  private record Row(Cursor place, String line) {}

  private record Rows(List<Row> rows, boolean more) {}

  Found page(Wish wish) {
    return database.read(handle -> {
      Rows found = rows(handle, wish);
      List<Row> rows = found.rows();
      Map<String, String> names = wish.names() ? names(handle, rows) : Map.of();
      return new Found(
          rows.stream().map(row -> shown(row, names)).toList(),
          found.more() ? rows.get(rows.size() - 1).place() : null);
    });
  }

  private Rows rows(Handle handle, Wish wish) {
    String person = wish.filter().person();
    SearchSql sql = new SearchSql(wish, person == null ? null : hashes(handle, person));
    List<Row> rows = new ArrayList<>();
    long characters = 0;
    try (Query query = handle.createQuery(sql.text())) {
      sql.values().forEach(query::bind);
      try (ResultIterator<Row> found = query
          .map((row, context) -> new Row(
              new Cursor(row.getLong(1), row.getString(2), row.getLong(3)), row.getString(4)))
          .iterator()) {
        while (found.hasNext() && characters < MOST_CHARACTERS) {
          Row row = found.next();
          rows.add(row);
          characters += row.line().length();
        }
      }
    }
    return new Rows(rows, rows.size() == wish.limit() || characters >= MOST_CHARACTERS);
  }

  /** Each server has a key of its own, so the same text may stand under several hashes. */
  private Set<String> hashes(Handle handle, String person) {
    Set<String> hashes = new LinkedHashSet<>();
    hashes.add(hashOf.apply(person));
    hashes.addAll(handle
        .createQuery("SELECT DISTINCT hash FROM audit_names WHERE mark = :mark")
        .bind("mark", PersonMark.of(person))
        .mapTo(String.class)
        .list());
    return hashes;
  }

  private static Map<String, String> names(Handle handle, List<Row> rows) {
    Set<String> hashes = new LinkedHashSet<>();
    for (Row row : rows) {
      RowPeople people = RowPeople.of(row.line());
      if (people != null) {
        people.hashes().forEach(hashes::add);
      }
    }
    List<String> all = List.copyOf(hashes);
    Map<String, String> names = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      handle
          .createQuery("SELECT node, hash, text FROM audit_names WHERE hash IN (<hashes>)")
          .bindList("hashes", all.subList(from, Math.min(from + AT_ONCE, all.size())))
          .map((row, context) -> names.put(row.getString(1) + row.getString(2), row.getString(3)))
          .list();
    }
    return names;
  }

  private static String shown(Row row, Map<String, String> names) {
    String line = row.line().substring(0, row.line().length() - 1) + ",\"node\":\""
        + row.place().node() + "\"}";
    RowPeople people = names.isEmpty() ? null : RowPeople.of(line);
    return people == null
        ? line
        : people.withNames(line, hash -> names.get(row.place().node() + hash));
  }
}
