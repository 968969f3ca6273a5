package dev.jeton.server.backup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables that a backup carries, in the order in which they are restored. Whoever adds a table says
 * in {@link Replacing} what a restore does to it. What tells that something was revoked or used up
 * stays and is joined by the backup's ({@link #CONSUMED}, where the later end counts, {@link
 * #REVOCATIONS}, and those {@link #ENTRIES} that are revocations), or a restore would bring dead things back to life; all else is replaced. {@code kept_answers} is left out: it is for
 * repetitions within a day, and what they repeat is undone.
 */
enum Table {
  DATA_KEYS(
      Column.text("id"),
      Column.bytes("wrapped"),
      Column.text("master_key"),
      Column.whole("created_at"),
      Column.truth("is_primary")),
  ENTRIES(
      Column.text("kind"),
      Column.text("id"),
      Column.text("document"),
      Column.whole("version"),
      Column.whole("revision"),
      Column.whole("created_at"),
      Column.whole("changed_at"),
      Column.text("changed_by"),
      Column.truth("deleted")),
  WORDS(Column.text("kind"), Column.text("what"), Column.text("word"), Column.text("entry")),
  SECRETS(
      Column.text("kind"),
      Column.text("entry"),
      Column.text("id"),
      Column.bytes("blob"),
      Column.text("data_key")),
  CONSUMED(Column.text("kind"), Column.text("mark"), Column.whole("ends_at")),
  REVOCATIONS(
      Column.text("kind"), Column.text("entry"), Column.text("what"), Column.whole("revoked_at"));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Column> columns;

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  static Optional<Table> named(String sql) {
    return Stream.of(values()).filter(table -> table.sql().equals(sql)).findFirst();
  }

  /** All columns that this server knows. */
  List<Column> columns() {
    return columns;
  }

  /** Its name in the database and in backups. */
  String sql() {
    return name().toLowerCase(Locale.ROOT);
  }
}
