package dev.jeton.server.backup;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A column of a table. None is ever null. */
record Column(String name, Type type) {

  /** What stands in it. */
  enum Type {
    TEXT,
    BYTES,
    WHOLE,
    TRUTH
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  static Column bytes(String name) {
    return new Column(name, Type.BYTES);
  }

  static Column whole(String name) {
    return new Column(name, Type.WHOLE);
  }

  static Column truth(String name) {
    return new Column(name, Type.TRUTH);
  }

  /** The value in a row of a query. */
  Object of(ResultSet row, int position) throws SQLException {
    return switch (type) {
      case TEXT -> row.getString(position);
      case BYTES -> row.getBytes(position);
      case WHOLE -> row.getLong(position);
      case TRUTH -> row.getBoolean(position);
    };
  }
}
