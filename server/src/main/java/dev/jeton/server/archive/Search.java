package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.PersonMark;
import dev.jeton.server.audit.chain.RowPeople;
import dev.jeton.server.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** Finds rows in the store. */
final class Search {
  /** A page ends behind the row with which it reaches this. */
  private static final int MOST_CHARACTERS = 3 << 20;

  private static final int AT_ONCE = 200;

  private static final int AT_ONCE_RUNNING = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int FETCHED_AT_ONCE = 50;

  private final Database database;
  private final UnaryOperator<String> hashOf;
  private final Duration longest;
  private final Semaphore running = new Semaphore(AT_ONCE_RUNNING);
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
    Thread thread = new Thread(task, "audit search");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * Searches in a database.
   *
   * @param hashOf makes the hash under which this server's rows have a person
   * @param longest a search that takes longer is given up
   */
  Search(Database database, UnaryOperator<String> hashOf, Duration longest) {
    this.database = database;
    this.hashOf = hashOf;
    this.longest = longest;
    timer.setRemoveOnCancelPolicy(true);
  }

  private record Row(Cursor place, String line) {}

  private record Rows(List<Row> rows, boolean more) {}

  /** The next page; a few at once, because the pool of connections is small. */
  Found page(Wish wish) {
    try {
      if (!running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SearchRefused(SearchRefused.Why.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SearchRefused(SearchRefused.Why.BUSY);
    }
    try (TimeLimit limit = new TimeLimit(timer, longest)) {
      return page(wish, limit);
    } finally {
      running.release();
    }
  }

  private Found page(Wish wish, TimeLimit limit) {
    try {
      return found(wish, limit);
    } catch (RuntimeException e) {
      throw limit.isExceeded() ? new SearchRefused(SearchRefused.Why.TOO_LONG) : e;
    }
  }

  /** In one transaction, because PostgreSQL's driver would have all rows in memory at once without. */
  private Found found(Wish wish, TimeLimit limit) {
    return database.readAtOneMoment(handle -> {
      Rows found = rows(handle, wish, limit);
      List<Row> rows = found.rows();
      Map<String, String> names = wish.names() ? names(handle, rows) : Map.of();
      return new Found(
          rows.stream().map(row -> shown(row, names)).toList(),
          found.more() ? rows.get(rows.size() - 1).place() : null);
    });
  }

  private Rows rows(Handle handle, Wish wish, TimeLimit limit) {
    String person = wish.filter().person();
    SearchSql sql = new SearchSql(wish, person == null ? null : hashes(handle, person));
    List<Row> rows = new ArrayList<>();
    long characters = 0;
    try (Query query = handle.createQuery(sql.text())) {
      sql.values().forEach(query::bind);
      query.setFetchSize(FETCHED_AT_ONCE).addCustomizer(limit);
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
