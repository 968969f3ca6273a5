package dev.jeton.server.http;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides how a refusal by the pipeline goes into the audit. */
final class Records {
  private Records() {}

  /**
   * The refusal with its audit row, if it leaves one. What a caller that was let in may not have is a
   * refused mint and is on the disk first; bad input, whoever brings no proof and what is too much
   * are recorded afterwards.
   *
   * @param admitted whether access was granted, so that it was the door that refused
   */
  static Answer recorded(
      Answer answer,
      Refused refused,
      @Nullable Door door,
      @Nullable Caller caller,
      boolean admitted,
      String requestId) {
    AuditRow row = row(refused, door, caller, requestId);
    int status = refused.problem().status();
    if (status == Quota.TOO_MANY) {
      return answer.noted(row);
    }
    if (!admitted || status == 401 || status == 421) {
      return status == 401 || status == 403 || status == 421 ? answer.noted(row) : answer;
    }
    boolean issues =
        door != null && (door.need() == Need.MINT || door.need() == Need.ADMINISTRATION);
    if (!issues) {
      return answer;
    }
    return status == 403 && !isAnybody(caller) ? answer.audited(row) : answer.noted(row);
  }

  /** Whoever brings no proof could fill the log with what is refused. */
  private static boolean isAnybody(@Nullable Caller caller) {
    return caller instanceof Caller.Anonymous || caller instanceof Caller.Visitor;
  }

  private static AuditRow row(
      Refused refused, @Nullable Door door, @Nullable Caller caller, String requestId) {
    return new AuditRow(
            door == null ? "access" : door.event(),
            "refused",
            refused.exactCode(),
            caller == null ? "-" : caller.id(),
            requestId,
            door == null ? "-" : door.path().toString(),
            door == null ? null : door.platform(),
            Call.told(caller, refused.details()),
            refused.people(),
            List.of())
        .about(asking(caller));
  }

  /** The name of a person who asks; the row itself has the account's id, which tells nobody. */
  static People asking(@Nullable Caller caller) {
    return caller instanceof Caller.Person person
        ? People.NONE.and("caller", person.name())
        : People.NONE;
  }
}
