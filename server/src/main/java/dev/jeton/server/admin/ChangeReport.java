package dev.jeton.server.admin;

import dev.jeton.server.admin.Applying.Change;
import dev.jeton.server.admin.Applying.What;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Changes of several things at once, as the audit and the answer have them. */
final class ChangeReport {
  private ChangeReport() {}

  /**
   * A row for each that is one.
   *
   * @param told what else all of them say
   */
  static List<AuditRow> rows(Call call, List<Change> changes, Map<String, String> told) {
    return changes.stream()
        .filter(change -> change.what() != What.UNCHANGED)
        .map(change -> Subject.of(change.kind(), change.id(), change.name())
            .and(told)
            .changed(change.members())
            .row(details -> call.row(
                change.kind().word() + "-" + word(change),
                change.kind().platform().orElse(null),
                "done",
                null,
                details,
                List.of())))
        .toList();
  }

  /** Secrets that were made are shown once it is done. */
  static List<Consumer<Json>> members(List<Change> changes, boolean applied) {
    return changes.stream().map(change -> member(change, applied)).toList();
  }

  private static Consumer<Json> member(Change change, boolean applied) {
    return json -> {
      json.put("kind", change.kind().word())
          .put("name", change.name())
          .put("act", word(change))
          .put("members", change.members());
      if (applied) {
        change
            .secretMember()
            .ifPresent(member -> change
                .secret()
                .ifPresent(
                    secret -> json.put("secretMember", member).put(member, Shown.text(secret))));
      }
    };
  }

  private static String word(Change change) {
    return change.what().name().toLowerCase(Locale.ROOT);
  }
}
