package dev.jeton.server.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The query for one page. Names come from here, values are bound. */
final class SearchSql {
  private final Map<String, Object> values = new HashMap<>();
  private final StringJoiner conditions =
      new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
  private final StringBuilder tables = new StringBuilder("audit_rows r");
  private final String text;

  SearchSql(Wish wish, @Nullable Set<String> people) {
    Filter filter = wish.filter();
    // The rarer comes first, and its index has the order too.
    String order = "r";
    if (people != null) {
      order = "p";
      StringJoiner words = new StringJoiner(", ", "p.what = 'person' AND p.word IN (", ")");
      people.forEach(hash -> words.add(":" + bind(hash)));
      join("p", words.toString());
    }
    String identity = filter.identity();
    if (identity != null) {
      order = people == null ? "i" : order;
      join("i", "i.what = 'identity' AND i.word = :" + bind(Word.of(identity)));
    }
    equal("r.caller", filter.caller());
    equal("r.event", filter.event());
    equal("r.outcome", filter.outcome());
    equal("r.platform", filter.platform());
    equal("r.node", filter.node());
    if (filter.since() != null) {
      conditions.add(order + ".at_millis >= :" + bind(filter.since().toEpochMilli()));
    }
    if (filter.until() != null) {
      conditions.add(order + ".at_millis < :" + bind(filter.until().toEpochMilli()));
    }
    Cursor after = wish.after();
    if (after != null) {
      conditions.add("(%1$s.at_millis, %1$s.node, %1$s.seq) %2$s (:%3$s, :%4$s, :%5$s)"
          .formatted(
              order,
              wish.oldestFirst() ? ">" : "<",
              bind(after.atMillis()),
              bind(after.node()),
              bind(after.seq())));
    }
    String way = wish.oldestFirst() ? "" : " DESC";
    text = "SELECT r.at_millis, r.node, r.seq, r.line FROM " + tables + conditions + " ORDER BY "
        + order + ".at_millis" + way + ", " + order + ".node" + way + ", " + order + ".seq" + way
        + " LIMIT " + wish.limit();
  }

  String text() {
    return text;
  }

  Map<String, Object> values() {
    return values;
  }

  private void join(String alias, String condition) {
    tables
        .append(" JOIN audit_marks %1$s ON %1$s.node = r.node AND %1$s.seq = r.seq AND "
            .formatted(alias))
        .append(condition);
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      conditions.add(column + " = :" + bind(Word.of(value)));
    }
  }

  private String bind(Object value) {
    String name = "v" + values.size();
    values.put(name, value);
    return name;
  }
}
