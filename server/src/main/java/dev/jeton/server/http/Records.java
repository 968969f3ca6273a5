package dev.jeton.server.http;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.AuditRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides how a refusal by the pipeline goes into the audit. */
final class Records {
  private Records() {}

  /** The refusal with its audit row, if it leaves one. */
  static Answer recorded(
      Answer answer,
      Problem problem,
      @Nullable Door door,
      @Nullable Caller caller,
      String requestId) {
    boolean kept = problem.status() == 401 || problem.status() == 403 || problem.status() == 421;
    if (door == null || door.need() == Need.OPEN) {
      return kept ? answer.noted(row(problem, door, caller, requestId)) : answer;
    }
    boolean known = caller != null && (caller.proven() || caller instanceof Caller.Local);
    boolean first = door.need() == Need.MINT || door.need() == Need.ADMINISTRATION;
    AuditRow row = row(problem, door, caller, requestId);
    return first && known && !kept ? answer.audited(row) : answer.noted(row);
  }

  private static AuditRow row(
      Problem problem, @Nullable Door door, @Nullable Caller caller, String requestId) {
    return new AuditRow(
        door == null ? "access" : door.event(),
        "refused",
        problem.code(),
        caller == null ? "-" : caller.id(),
        requestId,
        door == null ? "-" : door.path().toString(),
        door == null ? null : door.platform(),
        Map.of(),
        null);
  }
}
