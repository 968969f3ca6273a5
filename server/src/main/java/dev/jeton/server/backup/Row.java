package dev.jeton.server.backup;

import java.util.ArrayList;
import java.util.List;

/** One row of a table; its values stand as the part's columns do. */
record Row(Part part, List<Object> values) {

  String text(String column) {
    return (String) values.get(part.position(column));
  }

  byte[] bytes(String column) {
    return ((byte[]) values.get(part.position(column))).clone();
  }

  long whole(String column) {
    return (long) values.get(part.position(column));
  }

  boolean truth(String column) {
    return (boolean) values.get(part.position(column));
  }

  /** The same with another value. */
  Row with(String column, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(part.position(column), value);
    return new Row(part, changed);
  }

  @Override
  public String toString() {
    return "Row of " + part.table().sql();
  }
}
