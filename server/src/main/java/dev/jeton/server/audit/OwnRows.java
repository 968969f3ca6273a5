package dev.jeton.server.audit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/** What the log says about itself. These rows are kept until they are in the file. */
final class OwnRows {
  private final ArrayDeque<AuditRow> waiting = new ArrayDeque<>();

  void add(String event, Map<String, String> details) {
    waiting.add(new AuditRow(event, "done", null, "server", "", "", null, details, List.of()));
  }

  /** Says that rows which are in the chain had been answered as not written. */
  void withdraw(List<Append> late) {
    for (int i = 0; i < late.size(); ) {
      long first = late.get(i).firstSeq;
      long last = late.get(i).lastSeq();
      for (i++; i < late.size() && late.get(i).firstSeq == last + 1; i++) {
        last = late.get(i).lastSeq();
      }
      add("withdrawn", Map.of("first", Long.toString(first), "last", Long.toString(last)));
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Iterable<AuditRow> all() {
    return waiting;
  }

  int size() {
    return waiting.size();
  }

  void written(int count) {
    for (int i = 0; i < count; i++) {
      waiting.remove();
    }
  }
}
