package dev.jeton.server.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it goes into the audit file.
 *
 * @param event what was asked for, such as {@code agora-mint}
 * @param outcome how it ended, such as {@code minted} or {@code refused}
 * @param code the reason of a refusal
 * @param caller who asked
 * @param requestId the id that the access log gives this request
 * @param route the route's template, never the raw path
 * @param platform the platform's name where one is concerned
 * @param details what else a reader needs, such as {@code service1} for the first service of a token;
 *     never a secret
 * @param token the token that was issued; the file gets a keyed hash of it, nothing else
 */
public record AuditRow(
    String event,
    String outcome,
    @Nullable String code,
    String caller,
    String requestId,
    String route,
    @Nullable String platform,
    Map<String, String> details,
    @Nullable String token) {

  public AuditRow {
    details = Map.copyOf(details);
  }

  /** The token is left out, so that no log line or failure message can carry it. */
  @Override
  public String toString() {
    return "AuditRow[event=%s, outcome=%s, code=%s, caller=%s, requestId=%s, route=%s, platform=%s]"
        .formatted(event, outcome, code, caller, requestId, route, platform);
  }
}
