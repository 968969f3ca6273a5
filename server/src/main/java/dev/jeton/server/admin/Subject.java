package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a row of the audit is about: somebody's name stands beside the chain, all else in it. */
record Subject(Map<String, String> details, People people) {
  private static final String NAME = "name";

  Subject {
    details = Map.copyOf(details);
  }

  static Subject of(Kind<?> kind, String id, String name) {
    return kind.namesPeople()
        ? new Subject(Map.of("id", id), People.NONE.and(kind.word(), name))
        : new Subject(Map.of("id", id, NAME, name), People.NONE);
  }

  static <S> Subject of(Kind<S> kind, Stored<S> one) {
    return of(kind, one.id(), kind.name(one.spec()));
  }

  Subject and(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(details);
    return new Subject(all, people);
  }

  /** With what was changed of it, if anything was. */
  Subject changed(List<String> members) {
    return members.isEmpty() ? this : and(Map.of("members", String.join(" ", members)));
  }

  AuditRow row(Function<Map<String, String>, AuditRow> of) {
    return of.apply(details).about(people);
  }
}
